import { z } from 'zod'
import { Regime } from '../../dialogs/guide/schema.ts'
import { Intent } from '../../dialogs/intent.ts'
import type { RecordedEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'

export const BeginInterview = z.strictObject({
  interview: z.uuid().describe('Made by the client, so that sending twice begins one.'),
  id: z.uuid(),
  deviceAt: z.iso.datetime({ offset: true }),
  language: z.string().min(2).max(20),
  regime: Regime.optional().describe("The authority's own unless given."),
  episode: z
    .uuid()
    .optional()
    .describe('The case it is begun for; without one the interview is an episode of its own.'),
  intents: z.array(Intent).max(10),
})
export type BeginInterview = z.infer<typeof BeginInterview>

export const JoinInterview = z.strictObject({
  interview: z.uuid(),
  since: z.int().min(0).describe('Newest event the client has; 0 for none.'),
})
export type JoinInterview = z.infer<typeof JoinInterview>

export const ReplyInInterview = z.strictObject({
  interview: z.uuid(),
  id: z.uuid().describe('Client-made turn id: sent twice, done once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  seen: z.int().min(0).describe('Newest event the client had when the person acted.'),
  intent: Intent,
})
export type ReplyInInterview = z.infer<typeof ReplyInInterview>

export const SayToBot = z.strictObject({
  interview: z.uuid(),
  id: z.uuid().describe('Client-made: sent twice, done once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  text: z.string().min(1).max(20_000),
  language: z.string().min(2).max(20).optional().describe('Of the screen, so that the bot answers in it.'),
})
export type SayToBot = z.infer<typeof SayToBot>

/** One thing the bot says, and what can be sent back with one tap: `value` is what is sent. */
export interface BotMessage {
  text: string
  actions: readonly { title: string; value: string }[]
}

export const SearchInterviews = z.strictObject({
  name: z.string().trim().min(1).max(200).describe('Any whole words of what the young person is called.'),
})
export type SearchInterviews = z.infer<typeof SearchInterviews>

export const LeaveInterview = z.strictObject({ interview: z.uuid() })
export type LeaveInterview = z.infer<typeof LeaveInterview>

/** Events committed to one interview, in order. The browser folds them itself. */
export interface InterviewTurn {
  interview: string
  events: readonly RecordedEvent[]
}

/** `GET /api/interviews/<id>/record`: the present record and the events behind each field. */
export interface RecordResponse {
  seq: number
  fields: InterviewRecord['fields']
  events: readonly RecordedEvent[]
}
