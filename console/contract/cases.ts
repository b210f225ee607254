import { z } from 'zod'
import { caseTexts } from '../casework/actions/caseTexts.ts'
import type { Clock } from '../casework/clocks/clocksFor.ts'
import { CaseEventBody, type RecordedCaseEvent } from '../casework/episode/caseEvents.ts'
import type { InterviewTimes } from '../casework/episode/caseFile.ts'
import type { LocalService } from '../casework/localSettings.ts'
import { reviewTexts } from '../casework/review/reviewChoices.ts'
import type { InterviewSummary } from '../records/interviews.ts'

/** Opens the case of a missing episode. The first body says who told of it. */
export const BeginCase = z.strictObject({
  episode: z.uuid().describe('Made by the client, so that sending twice begins one.'),
  id: z.uuid(),
  deviceAt: z.iso.datetime({ offset: true }),
  bodies: z.array(CaseEventBody).min(1).max(20),
})
export type BeginCase = z.infer<typeof BeginCase>

export const JoinCase = z.strictObject({
  episode: z.uuid(),
  since: z.int().min(0).describe('Newest event the client has; 0 for none.'),
})
export type JoinCase = z.infer<typeof JoinCase>

export const WriteCase = z.strictObject({
  episode: z.uuid(),
  id: z.uuid().describe('Client-made: sent twice, written once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  body: CaseEventBody,
})
export type WriteCase = z.infer<typeof WriteCase>

export const LeaveCase = z.strictObject({ episode: z.uuid() })
export type LeaveCase = z.infer<typeof LeaveCase>

/** A text made ready to be sent on is about to be shown. Nothing but its kind is asked; the audit says who opened it. */
export const ReadCaseText = z.strictObject({ episode: z.uuid(), text: z.enum([...caseTexts, ...reviewTexts]) })
export type ReadCaseText = z.infer<typeof ReadCaseText>

/** Events committed to one case, in order, and the interviews that cover it as far as its clocks need them. */
export interface CaseTurn {
  episode: string
  events: readonly RecordedCaseEvent[]
  interviews: readonly (InterviewTimes & { interview: string; state: InterviewSummary['state'] })[]
  /**
   * Every clock of the case as it stood when this was told, done ones too: the browser has no calendar of working days. It makes
   * the time go on by itself, by `due` and `met`.
   */
  clocks: readonly Clock[]
}

/**
 * Which lines of the desk: those of open cases, of closed ones, or one's own alone; or what the coordinator has still to look at, or
 * what was sent back and has no answer.
 */
export const AskDesk = z.strictObject({
  which: z.enum(['open', 'mine', 'to-review', 'sent-back', 'closed']),
  name: z.string().trim().min(1).max(200).optional().describe('Any whole words of what the young person is called.'),
  interview: z
    .uuid()
    .optional()
    .describe('Only cases that this interview covers: what the room asks for its quiet line.'),
})
export type AskDesk = z.infer<typeof AskDesk>

/** Told once for each clock and kind. */
export interface DeskReminder {
  episode: string
  clock: Clock['id']
  due: string
  kind: 'soon' | 'late'
  /** Where it is one concern's: which of the case's. */
  concern?: number
}

/** `GET /api/services`: services near here, as the settings have them. */
export interface ServicesResponse {
  services: readonly LocalService[]
}
