import type { KeyObject } from 'node:crypto'
import type { RecordedEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { recordFrom, withEvent } from '../../dialogs/record/recordFrom.ts'
import type { ChainedEvent } from './chain.ts'
import { type HeldLatest, heldLatest } from './heldLatest.ts'

/** An interview as last known in this process. Another process may have gone further: the append finds out. */
export interface Held {
  record: InterviewRecord
  /** The key of its words. */
  key: KeyObject
  openedBy: string
  openedIn: string
  /** Hash of the newest event. */
  head: Buffer
  /** Number of the newest event after each turn taken, by the turn's id. */
  turns: Map<string, number>
}

/** The interviews talked about most lately, so that a turn does not read its whole record again. */
export const createHeldInterviews = (limit: number): HeldLatest<Held> =>
  heldLatest(limit, ({ record }) => record.interview)

/** The interview these events make; undefined for none, because an interview begins with one. */
export function heldFrom(events: readonly ChainedEvent[], key: KeyObject): Held | undefined {
  const first = events[0]
  const newest = events.at(-1)
  if (!first || !newest) return undefined
  return {
    key,
    record: recordFrom(events.map(({ event }) => event)),
    openedBy: first.event.by,
    openedIn: first.turn,
    head: newest.hash,
    turns: new Map(events.map(({ turn, event }) => [turn, event.seq])),
  }
}

/** Folds on what follows what is held. */
export function extend(held: Held, events: readonly ChainedEvent[], record = folded(held, events)): void {
  held.record = record
  for (const { turn, event, hash } of events) {
    held.turns.set(turn, event.seq)
    held.head = hash
  }
}

const folded = (held: Held, events: readonly ChainedEvent[]): InterviewRecord =>
  events.reduce((record, { event }: { event: RecordedEvent }) => withEvent(record, event), held.record)
