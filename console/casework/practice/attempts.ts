import { z } from 'zod'
import { questionClasses } from '../../../dialogs/practice/coding/questionClasses.ts'
import type { Scenario } from '../../../dialogs/practice/scenario/scenario.ts'
import { Level } from '../../../dialogs/practice/scenario/terms.ts'
import type { PracticeTurn, TraineeSaid } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { YoungReply } from '../../../dialogs/practice/young/reply.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'

/** What is shown of a scenario before it is chosen: nothing of what is to be found out. */
export interface ScenarioCard
  extends Pick<Scenario, 'id' | 'version' | 'title' | 'about' | 'theme' | 'warnings' | 'profile' | 'known'> {
  person: Scenario['person']
  /** Language of the young person and name of the interpreter, where somebody interprets. */
  interpreter?: { language: string; name: string }
}

/** How an attempt ended. `left` and `closed` are the young person's; `stopped` is the trainee's own doing. */
export const attemptEnds = ['left', 'closed', 'stopped'] as const
export type AttemptEnd = (typeof attemptEnds)[number]

/** One attempt, as it stands in a list. Times are the server's, ISO 8601 in UTC. */
export interface AttemptLine {
  id: string
  person: string
  scenario: string
  version: number
  level: Level
  beganAt: string
  /** How it ended; nothing while it can go on. */
  ended?: AttemptEnd
  endedAt?: string
  turns: number
  assignment?: string
  /** Where it goes on from an earlier attempt: `from` is the first turn that is its own. */
  retryOf?: { attempt: string; from: number }
}

/** What is seen and heard in a talk: no code, and nothing of how they are but what shows. */
export interface SeenTurn {
  number: number
  at: string
  said: TraineeSaid
  reply: Pick<YoungReply, 'says' | 'original' | 'body' | 'interpreter'>
}

/** A turn as it is kept: everything that the debrief is made of, and when it was (the server's clock, ISO 8601 in UTC). */
export interface KeptTurn extends PracticeTurn {
  at: string
}

/** What came to an attempt since: told to whoever has it open, its trainee and the trainers who watch. */
export interface PracticeChange {
  attempt: AttemptLine
  turns: readonly SeenTurn[]
  events: readonly RecordedEvent[]
}

/** Number of a turn, from 1. More than anybody says in one talk is none. */
export const TurnNumber = z.int().min(1).max(100_000)

/** A trainee's doubt of a code. It stays in the figures as it was coded; a trainer's answer stands beside it. */
export const DisputeCode = z.strictObject({
  turn: TurnNumber,
  class: z.enum(questionClasses).describe('What it is, as they see it.'),
  why: z.string().trim().min(1).max(1_000),
})
export type DisputeCode = z.infer<typeof DisputeCode>

/** What a trainer says to it. */
export const AnswerDispute = z.strictObject({
  turn: TurnNumber,
  agrees: z.boolean(),
  note: z.string().trim().max(1_000),
})
export type AnswerDispute = z.infer<typeof AnswerDispute>

/** A dispute as it is kept, one for a turn. */
export interface Dispute extends DisputeCode {
  by: string
  at: string
  answer?: { by: string; at: string; agrees: boolean; note: string }
}

/** What a trainer writes beside a turn. */
export const CommentOnTurn = z.strictObject({
  id: z.uuid().describe('Client-made: sent twice, kept once.'),
  turn: TurnNumber,
  text: z.string().trim().min(1).max(2_000),
})
export type CommentOnTurn = z.infer<typeof CommentOnTurn>

/** A comment as it is kept. */
export interface TurnComment extends CommentOnTurn {
  by: string
  at: string
}

/** What a trainer asks people of their team to practise. */
export const AssignScenario = z.strictObject({
  assignment: z.uuid().describe('Client-made: sent twice, assigned once.'),
  trainees: z.array(z.string().min(1).max(200)).min(1).max(100),
  scenario: z.string().min(1).max(100),
  level: Level,
  due: z.iso
    .date()
    .refine(day => day >= '2020')
    .optional()
    .describe('A day in Europe/London, YYYY-MM-DD.'),
  note: z.string().trim().max(1_000).default(''),
})
export type AssignScenario = z.infer<typeof AssignScenario>

/** One assignment to one person. It is done when an attempt for it has ended. */
export interface Assignment extends Omit<AssignScenario, 'trainees' | 'assignment'> {
  id: string
  trainee: string
  by: string
  at: string
  /** The attempt it was done with: the first for it that ended. */
  doneWith?: string
}

/** The exercises beside the talks. */
export const drills = ['name-that-question', 'open-it-up'] as const

/** One answer in a drill. `item` is the exercise's id, never what was typed. */
export const DrillAnswer = z.strictObject({
  id: z.uuid().describe('Client-made: sent twice, kept once.'),
  drill: z.enum(drills),
  item: z.string().regex(/^[a-z0-9.-]{1,100}$/),
  right: z.boolean(),
})
export type DrillAnswer = z.infer<typeof DrillAnswer>

/** An answer as it is kept. */
export interface DrillResult extends Omit<DrillAnswer, 'id'> {
  at: string
}
