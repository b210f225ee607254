import { z } from 'zod'
import { Intent } from '../../dialogs/intent.ts'
import type { Debrief } from '../../dialogs/practice/debrief/debrief.ts'
import type { AttemptScores, Score } from '../../dialogs/practice/progress/attemptScores.ts'
import type { Scenario } from '../../dialogs/practice/scenario/scenario.ts'
import { Level } from '../../dialogs/practice/scenario/terms.ts'
import type { PracticeState } from '../../dialogs/practice/young/practiceState.ts'
import { TraineeSaid } from '../../dialogs/practice/young/practiceTalk.ts'
import type { RecordedEvent } from '../../dialogs/record/events.ts'
import {
  type Assignment,
  type AttemptLine,
  type Dispute,
  DrillAnswer,
  type DrillResult,
  type KeptTurn,
  type ScenarioCard,
  type SeenTurn,
  type TurnComment,
  TurnNumber,
} from '../casework/practice/attempts.ts'
import type { PracticeRefusal } from '../casework/practice/practiceRules.ts'
import type { Person } from './people.ts'

export {
  AnswerDispute,
  type Assignment,
  AssignScenario,
  type AttemptLine,
  CommentOnTurn,
  type Dispute,
  DisputeCode,
  type DrillResult,
  type KeptTurn,
  type PracticeChange,
  type ScenarioCard,
  type SeenTurn,
  type TurnComment,
} from '../casework/practice/attempts.ts'

/** Why a request under `/api/practice` was refused, where it was for what stands in the practice room. */
export interface PracticeRefusalResponse {
  error: string
  problem: PracticeRefusal
}

/** Whoever an answer names: what they are called is for whoever may see the attempt. The ready people have a role and no name. */
export type PracticePerson = Pick<Person, 'id' | 'role' | 'name'>

/** `GET /api/practice/scenarios`: in the order of their ids. */
export interface ScenariosResponse {
  scenarios: readonly ScenarioCard[]
}

/** `POST /api/practice/attempts`: answered with an `AttemptResponse`, the same when it is sent again. */
export const BeginAttempt = z.strictObject({
  attempt: z.uuid().describe('Made by the client, so that sending twice begins one.'),
  scenario: z.string().min(1).max(100),
  level: Level,
  assignment: z.uuid().optional().describe('What a trainer asked for, where it is done for that.'),
})
export type BeginAttempt = z.infer<typeof BeginAttempt>

/** `POST /api/practice/attempts/<id>/retry`: answered with the `AttemptResponse` of the new one. */
export const RetryAttempt = z.strictObject({
  attempt: z.uuid().describe('The new one, made by the client.'),
  from: TurnNumber.describe('The turn that is done again: those before it are taken over as they were.'),
})
export type RetryAttempt = z.infer<typeof RetryAttempt>

/** `GET /api/practice/attempts`: one's own, the newest first, no more than 200. */
export interface AttemptsResponse {
  attempts: readonly AttemptLine[]
}

/**
 * `GET /api/practice/attempts/<id>`, for its trainee and the trainers of their team: what was said in it, and what the trainee
 * did in the guide. `POST .../end` (no body) and `.../retry` are answered with it too. `DELETE` takes it back, with every word.
 */
export interface AttemptResponse {
  attempt: AttemptLine
  card: ScenarioCard
  opening: SeenTurn['reply']
  turns: readonly SeenTurn[]
  /** The record of the practice room, apart from every real one. */
  events: readonly RecordedEvent[]
  /** Whether it can go on here: not where it has ended, or the scenario is another by now. */
  goesOn: boolean
  /** Whose it is. */
  trainee: PracticePerson
}

/**
 * `GET /api/practice/attempts/<id>/turns`: once it has ended, and for its trainers at any time. Everything that the debrief is
 * made of, as it was kept.
 */
export interface AttemptTurnsResponse {
  attempt: AttemptLine
  /** As it was when the attempt was made, whatever the file says by now. */
  scenario: Scenario
  /** How they were before anything was said. */
  first: PracticeState
  turns: readonly KeptTurn[]
  events: readonly RecordedEvent[]
  notes: AttemptNotes
}

/**
 * `GET /api/practice/attempts/<id>/debrief`: once it has ended, and for its trainers at any time. The words of each turn stand in
 * `turns`; what a detail is called stands in the scenario's `units`.
 */
export interface AttemptDebriefResponse extends AttemptResponse {
  scenario: Scenario
  debrief: Debrief
  notes: AttemptNotes
}

/** `GET /api/practice/progress`, for a trainer with `?trainee=<id>`: attempts that have ended, the earliest first, no more than 200. */
export interface ProgressResponse {
  trainee: PracticePerson
  attempts: readonly { attempt: AttemptLine; scores: AttemptScores }[]
}

/** What stands beside the turns of an attempt. `POST .../comments`, `.../disputes` and `.../disputes/answer` are answered with it. */
export interface AttemptNotes {
  comments: readonly TurnComment[]
  disputes: readonly Dispute[]
  /** Whoever wrote one. */
  people: readonly PracticePerson[]
}

export const JoinPractice = z.strictObject({
  attempt: z.uuid(),
  since: z.int().min(0).max(100_000).describe('Newest event the client has.'),
  after: z.int().min(0).max(100_000).default(0).describe('Number of the last turn the client has.'),
})
export type JoinPractice = z.input<typeof JoinPractice>

export const LeavePractice = z.strictObject({ attempt: z.uuid() })
export type LeavePractice = z.infer<typeof LeavePractice>

export const SayInPractice = z.strictObject({
  attempt: z.uuid(),
  id: z.uuid().describe('Client-made: sent twice, said once.'),
  after: z
    .int()
    .min(0)
    .max(100_000)
    .describe(
      'Number of the last turn that the client has; refused as `changed-meanwhile` where there are more: join again to have them.',
    ),
  said: TraineeSaid,
})
export type SayInPractice = z.infer<typeof SayInPractice>

/** The same as in an interview, on the record of an attempt. */
export const ReplyInPractice = z.strictObject({
  attempt: z.uuid(),
  id: z.uuid(),
  deviceAt: z.iso.datetime({ offset: true }),
  seen: z.int().min(0).max(100_000),
  intent: Intent,
})
export type ReplyInPractice = z.infer<typeof ReplyInPractice>

/** `GET` and `POST /api/practice/assignments`: one's own, and for a trainer those of the team. `DELETE .../<id>` takes one back. */
export interface AssignmentsResponse {
  own: readonly Assignment[]
  team: readonly Assignment[]
  people: readonly PracticePerson[]
}

/** `GET /api/practice/cohort`, for a trainer: who of the team may practise, and what they did, the newest first, no more than 500. */
export interface CohortResponse {
  people: readonly PracticePerson[]
  attempts: readonly AttemptLine[]
  assignments: readonly Assignment[]
  /** How many disputes of an attempt wait for an answer; those with none are left out. */
  unanswered: Readonly<Record<string, number>>
  /** When something was last said in each attempt that goes on; those in which nothing was said are left out. */
  lastSaid: Readonly<Record<string, string>>
}

/**
 * `GET /api/practice/cohort/shares`, for a trainer: the recommended questions of each person's newest attempts that have ended, by
 * attempt. Apart from the cohort, which need not wait until they are counted.
 */
export interface CohortSharesResponse {
  shares: Readonly<Record<string, Score>>
}

/** `POST /api/practice/drills`: answered with a `DrillsResponse`. */
export const KeepDrills = z.strictObject({ answers: z.array(DrillAnswer).min(1).max(50) })
export type KeepDrills = z.infer<typeof KeepDrills>

/** `GET /api/practice/drills`, for a trainer with `?trainee=<id>`: the newest first, no more than 500. */
export interface DrillsResponse {
  results: readonly DrillResult[]
}
