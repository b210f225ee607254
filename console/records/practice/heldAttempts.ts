import type { PracticeTurn, TurnBefore } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { recordFrom, withEvent } from '../../../dialogs/record/recordFrom.ts'
import { type HeldLatest, heldLatest } from '../heldLatest.ts'
import type { StoredAttempt, StoredEvent, StoredTurn } from './attemptRow.ts'

/** An attempt as last known in this process. Another process may have gone further: the append finds out. */
export interface HeldAttempt {
  attempt: StoredAttempt
  turns: TurnBefore[]
  record: InterviewRecord
  /** Ids of what was said, and of what was done in the guide. */
  said: Set<string>
  done: Set<string>
}

/** The attempts talked in most lately, so that a turn does not read those before it again. */
export type HeldAttempts = HeldLatest<HeldAttempt>

export const createHeldAttempts = (limit: number): HeldAttempts => heldLatest(limit, ({ attempt }) => attempt.id)

export const heldFrom = (
  attempt: StoredAttempt,
  turns: readonly StoredTurn[],
  events: readonly StoredEvent[],
): HeldAttempt => ({
  attempt,
  turns: turns.map(({ turn }) => heldTurn(turn)),
  record: recordFrom(events.map(({ event }) => event)),
  said: new Set(turns.map(({ id }) => id)),
  done: new Set(events.map(({ turn }) => turn)),
})

/** One more turn was kept. */
export function withTurn(held: HeldAttempt, { id, turn }: StoredTurn, attempt: StoredAttempt): void {
  held.attempt = attempt
  held.turns.push(heldTurn(turn))
  held.said.add(id)
}

/** So many more events were kept. */
export function withEvents(held: HeldAttempt, events: readonly StoredEvent[], attempt: StoredAttempt): void {
  held.attempt = attempt
  held.record = events.reduce((record, { event }) => withEvent(record, event), held.record)
  for (const { turn } of events) held.done.add(turn)
}

const heldTurn = ({ said, reply, state }: PracticeTurn): TurnBefore => ({ said, reply, state })
