import { z } from 'zod'
import { Regime } from '../dialogs/guide/schema.ts'
import { Intent, type Problem } from '../dialogs/intent.ts'
import type { RecordedEvent } from '../dialogs/record/events.ts'
import type { InterviewRecord } from '../dialogs/record/record.ts'
import type { SpokenSettings } from './casework/localSettings.ts'
import { roles } from './casework/roles.ts'
import type { InterviewSummary } from './records/interviews.ts'

/** Why the console did not do what was asked. Each is a key of the words shown. */
export type ConsoleProblem =
  | Problem
  | 'changed-meanwhile'
  | 'unknown-interview'
  | 'unknown-language'
  | 'bad-request'
  | 'signed-out'
  | 'not-allowed'
  | 'server-fault'

/** Every message is acknowledged: with its value, or with why not. */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; problem: ConsoleProblem; theirs?: readonly RecordedEvent[] }

const uuid = z.uuid()

export const BeginInterview = z.strictObject({
  interview: uuid.describe('Made by the client, so that sending twice begins one.'),
  id: uuid,
  deviceAt: z.iso.datetime({ offset: true }),
  language: z.string().min(2).max(20),
  regime: Regime.optional().describe("The authority's own unless given."),
  intents: z.array(Intent).max(10),
})
export type BeginInterview = z.infer<typeof BeginInterview>

export const JoinInterview = z.strictObject({
  interview: uuid,
  since: z.int().min(0).describe('Newest event the client has; 0 for none.'),
})
export type JoinInterview = z.infer<typeof JoinInterview>

export const ReplyInInterview = z.strictObject({
  interview: uuid,
  id: uuid.describe('Client-made turn id: sent twice, done once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  seen: z.int().min(0).describe('Newest event the client had when the person acted.'),
  intent: Intent,
})
export type ReplyInInterview = z.infer<typeof ReplyInInterview>

export const SayToBot = z.strictObject({
  interview: uuid,
  id: uuid.describe('Client-made: sent twice, done once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  text: z.string().min(1).max(20_000),
})
export type SayToBot = z.infer<typeof SayToBot>

/** One thing the bot says, and what can be sent back with one tap: `value` is what is sent. */
export interface BotMessage {
  text: string
  actions: readonly { title: string; value: string }[]
}

export const LeaveInterview = z.strictObject({ interview: uuid })
export type LeaveInterview = z.infer<typeof LeaveInterview>

/** Events committed to one interview, in order. The browser folds them itself. */
export interface InterviewTurn {
  interview: string
  events: readonly RecordedEvent[]
}

/**
 * What a browser asks. A connection by someone who is not signed in ends in `connect_error` with the message
 * `signed-out`; who is asking is in the session cookie, or for a script in `auth: { token }`.
 */
export interface ClientToServer {
  /** The list, which `interviews:changed` keeps up to date from then on. */
  'interviews:list': (ack: (reply: Reply<readonly InterviewSummary[]>) => void) => void
  'interview:begin': (payload: BeginInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  /** Joins the interview's room and answers with the events after `since`: how a gap is caught up. */
  'interview:join': (payload: JoinInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  'interview:leave': (payload: LeaveInterview) => void
  /** Typed to the bot, which answers as it does on any channel; what it records is told to the room like anything else. */
  'interview:say': (payload: SayToBot, ack: (reply: Reply<readonly BotMessage[]>) => void) => void
  'interview:reply': (payload: ReplyInInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
}

/** What a browser is told. */
export interface ServerToClient {
  /** To everyone in the interview's room, after the commit; whoever made the change has it in the acknowledgement. */
  'interview:turn': (turn: InterviewTurn) => void
  /** To everyone with the list open. */
  'interviews:changed': (summary: InterviewSummary) => void
}

/** `GET /api/interviews/<id>/record`: the present record and the events behind each field. */
export interface RecordResponse {
  seq: number
  fields: InterviewRecord['fields']
  events: readonly RecordedEvent[]
}

export const Person = z.strictObject({
  id: z.string().min(1).max(100),
  role: z.enum(roles),
})
/** A person who may use the console. In the demo they are named by their role. */
export type Person = z.infer<typeof Person>

/** `POST /api/session`: who to be. Answered with the session, and a cookie that the page cannot read. */
export const ChoosePerson = z.strictObject({ person: Person.shape.id })
export type ChoosePerson = z.infer<typeof ChoosePerson>

/** `GET /api/session`: who is signed in, who may be chosen, and what this installation is set to. */
export interface SessionResponse {
  person: Person | null
  people: readonly Person[]
  demo: boolean
  languages: readonly string[]
  settings: SpokenSettings
}

/** Every HTTP refusal under `/api`: why not, in a sentence. */
export interface RefusalResponse {
  error: string
}
