import type { Regime } from '../../dialogs/guide/schema.ts'
import type { Intent, Problem } from '../../dialogs/intent.ts'
import type { Origin, RecordedEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import type { Member } from '../casework/needToKnow.ts'

/** Who acts, from where, when by their own device's clock (ISO 8601). */
export interface Actor {
  by: string
  from: Origin
  deviceAt: string
}

/** One intent to take. `id` is client-made: sent twice, it is done once and answered the same. */
export interface TurnRequest extends Actor {
  id: string
  intent: Intent
  /** The newest event the client had seen; left out, the turn is taken on whatever the record now is (the bot). */
  seen?: number
  /** The connection it came in by: whoever tells the others need not tell that one, which is answered. */
  via?: string
}

/** A turn taken: what was committed (nothing, where nothing changed) and the record as that turn left it. */
export interface Turn {
  ok: true
  events: readonly RecordedEvent[]
  record: InterviewRecord
  /** Whether it had been taken before, and this is the answer again. */
  repeated: boolean
}

/** A turn not taken. With `changed-meanwhile`, someone else has changed the same field since `seen`: `theirs` says how. */
export type Refusal =
  | { ok: false; problem: Problem | 'unknown-interview' | 'unknown-language' | 'unknown-case' }
  | { ok: false; problem: 'changed-meanwhile'; theirs: readonly RecordedEvent[] }

/** A line of the list of interviews. */
export interface InterviewSummary {
  id: string
  knownAs: string | null
  openedBy: string
  openedAt: string
  changedAt: string
  state: 'open' | 'paused' | 'stopped' | 'declined' | 'not-reached' | 'complete'
  /** Stage of the next prompt, while there is one. */
  stage: string | null
  language: string
  openConcerns: number
}

export interface Opening {
  /** Client-made interview id, and client-made id of the opening turn. */
  interview: string
  id: string
  language: string
  regime: Regime
  /** The team whose episode it is. */
  team: string
  /** The case it is begun for, which gives it its key and its circle; without one it is an episode of its own. */
  episode?: string
  /** Answers already known when it is begun: intents taken at once, in order, in the same commit. */
  intents: readonly Intent[]
}

/** Told to everyone who listens, after the commit and never before. */
export interface Told {
  interview: string
  events: readonly RecordedEvent[]
  /** As this turn left it. */
  record: InterviewRecord
  /** The interview's line as this turn left it; made when asked for. */
  summary(): InterviewSummary
  via?: string
}

/** The interviews kept here: begin one, take turns, read them back. Serial for each interview, across processes too. */
export interface Interviews {
  begin(opening: Opening, actor: Actor): Promise<Turn | Refusal>
  turn(interview: string, request: TurnRequest): Promise<Turn | Refusal>
  /** The present record, or undefined where there is no such interview. */
  record(interview: string): Promise<InterviewRecord | undefined>
  /** The record as this process last knew it: enough to read a reply by, because taking the turn looks again. */
  lastKnown(interview: string): Promise<InterviewRecord | undefined>
  /** Events after `seq`, in order. */
  eventsSince(interview: string, seq: number): Promise<readonly RecordedEvent[]>
  /** The interview a turn was committed in, by the turn's id; undefined where it was not, or changed nothing. */
  takenIn(turn: string): Promise<string | undefined>
  /** The newest interviews of episodes this person needs to know of, no more than 200; with a name, those it is a name in. */
  list(reader: Member, name?: string): Promise<readonly InterviewSummary[]>
  /** The interview's line; undefined where there is no such interview. */
  summary(interview: string): Promise<InterviewSummary | undefined>
  /** Listens to what this process commits. Returns how to stop listening. */
  onTurn(listener: (told: Told) => void): () => void
  /** Settles when the lines of all interviews are written, which follow their events a moment later. */
  settled(): Promise<void>
  /** Its words were destroyed elsewhere: nothing of them stays here. */
  forget(interview: string): void
}
