import { z } from 'zod'
import { Intent } from '../../dialogs/intent.ts'
import { questionClasses } from '../../dialogs/practice/coding/questionClasses.ts'
import type { Scenario } from '../../dialogs/practice/scenario/scenario.ts'
import { Level } from '../../dialogs/practice/scenario/terms.ts'
import { TraineeSaid } from '../../dialogs/practice/young/practiceTalk.ts'
import type { YoungReply } from '../../dialogs/practice/young/reply.ts'
import type { RecordedEvent } from '../../dialogs/record/events.ts'

/** What is shown of a scenario before it is chosen: nothing of what is to be found out. */
export interface ScenarioCard
  extends Pick<Scenario, 'id' | 'version' | 'title' | 'about' | 'theme' | 'warnings' | 'profile' | 'known'> {
  person: Scenario['person']
  /** Language of the young person and name of the interpreter, where somebody interprets. */
  interpreter?: { language: string; name: string }
}

export const BeginAttempt = z.strictObject({
  attempt: z.uuid().describe('Made by the client, so that sending twice begins one.'),
  scenario: z.string().min(1).max(100),
  level: Level,
  assignment: z.uuid().optional().describe('What a trainer asked for, where it is done for that.'),
})
export type BeginAttempt = z.infer<typeof BeginAttempt>

export const RetryAttempt = z.strictObject({
  attempt: z.uuid().describe('The new one, made by the client.'),
  from: z.int().min(1).describe('The turn that is done again: those before it are taken over as they were.'),
})
export type RetryAttempt = z.infer<typeof RetryAttempt>

/** One attempt, as it stands in a list. */
export interface AttemptLine {
  id: string
  person: string
  scenario: string
  version: number
  level: Level
  beganAt: string
  /** How it ended; nothing while it can go on. `stopped`: by the trainee. */
  ended?: 'left' | 'closed' | 'stopped'
  endedAt?: string
  turns: number
  assignment?: string
  /** Where it goes on from an earlier attempt. */
  retryOf?: { attempt: string; from: number }
}

/** What is seen and heard in a talk: no code, and nothing of how they are but what shows. */
export interface SeenTurn {
  number: number
  at: string
  said: TraineeSaid
  reply: Pick<YoungReply, 'says' | 'original' | 'body' | 'interpreter'>
}

/** One attempt, open: what was said in it, and what the trainee did in the guide. */
export interface AttemptResponse {
  attempt: AttemptLine
  card: ScenarioCard
  opening: Pick<YoungReply, 'says' | 'original' | 'body'>
  turns: readonly SeenTurn[]
  /** The record of the practice room, apart from every real one. */
  events: readonly RecordedEvent[]
}

export const JoinPractice = z.strictObject({
  attempt: z.uuid(),
  since: z.int().min(0).describe('Newest event the client has.'),
})
export type JoinPractice = z.infer<typeof JoinPractice>

export const SayInPractice = z.strictObject({
  attempt: z.uuid(),
  id: z.uuid().describe('Client-made: sent twice, said once.'),
  after: z
    .int()
    .min(0)
    .describe('Number of the last turn that the client has; refused as `changed-meanwhile` where there are more.'),
  said: TraineeSaid,
})
export type SayInPractice = z.infer<typeof SayInPractice>

/** The same as in an interview, on the record of an attempt. */
export const ReplyInPractice = z.strictObject({
  attempt: z.uuid(),
  id: z.uuid(),
  deviceAt: z.iso.datetime({ offset: true }),
  seen: z.int().min(0),
  intent: Intent,
})
export type ReplyInPractice = z.infer<typeof ReplyInPractice>

/** What came to an attempt since: told to whoever has it open, its trainee and the trainers who watch. */
export interface PracticeChange {
  attempt: AttemptLine
  turns: readonly SeenTurn[]
  events: readonly RecordedEvent[]
}

export const DisputeCode = z.strictObject({
  turn: z.int().min(1),
  class: z.enum(questionClasses),
  why: z.string().trim().min(1).max(1_000),
})
export type DisputeCode = z.infer<typeof DisputeCode>

export const AnswerDispute = z.strictObject({
  turn: z.int().min(1),
  agrees: z.boolean(),
  note: z.string().trim().max(1_000),
})
export type AnswerDispute = z.infer<typeof AnswerDispute>

/** A code that a trainee thinks wrong. It stays in the figures as it was coded; a trainer's answer stands beside it. */
export interface Dispute extends DisputeCode {
  by: string
  at: string
  answer?: { by: string; at: string; agrees: boolean; note: string }
}

export const CommentOnTurn = z.strictObject({ turn: z.int().min(1), text: z.string().trim().min(1).max(2_000) })
export type CommentOnTurn = z.infer<typeof CommentOnTurn>

export interface TurnComment extends CommentOnTurn {
  id: string
  by: string
  at: string
}

export const AssignScenario = z.strictObject({
  assignment: z.uuid(),
  trainees: z.array(z.string().min(1).max(200)).min(1).max(100),
  scenario: z.string().min(1).max(100),
  level: Level,
  due: z.iso.date().optional(),
  note: z.string().trim().max(1_000).default(''),
})
export type AssignScenario = z.infer<typeof AssignScenario>

export interface Assignment extends Omit<AssignScenario, 'trainees' | 'assignment'> {
  id: string
  trainee: string
  by: string
  at: string
  /** The attempt it was done with. */
  doneWith?: string
}
