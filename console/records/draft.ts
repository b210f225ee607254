import type { KeyObject } from 'node:crypto'
import type { NewEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { recordFrom, withEvent } from '../../dialogs/record/recordFrom.ts'
import { type ChainedEvent, chainedHash, noHash } from './chain.ts'
import { bodyOf } from './eventRow.ts'
import type { Actor } from './interviews.ts'
import { sealedBody } from './sealedBody.ts'
import { eventIdOf } from './turnIds.ts'

/** A turn before it is committed: its events with their numbers, ids and hashes, and the record they make. */
export interface Draft {
  record: InterviewRecord
  head: Buffer
  events: readonly ChainedEvent[]
}

/** Under which id and key, by whom and when (the server's clock, ISO 8601 in UTC) the events of a turn are kept. */
export interface Stamp {
  turn: string
  key: KeyObject
  actor: Actor
  at: string
}

/** An interview's first event. */
export function draftOpening(interview: string, body: NewEvent, stamp: Stamp): Draft {
  const first = stamped({ interview, seq: 0, head: noHash, place: 0 }, body, stamp)
  return { record: recordFrom([first.event]), head: first.hash, events: [first] }
}

/** The same turn with these events after those it has. */
export function drafted(draft: Draft, bodies: readonly NewEvent[], stamp: Stamp): Draft {
  return bodies.reduce(({ record, head, events }, body) => {
    const next = stamped({ interview: record.interview, seq: record.seq, head, place: events.length }, body, stamp)
    return { record: withEvent(record, next.event), head: next.hash, events: [...events, next] }
  }, draft)
}

function stamped(
  before: { interview: string; seq: number; head: Buffer; place: number },
  body: NewEvent,
  { turn, key, actor: { by, from, deviceAt }, at }: Stamp,
): ChainedEvent {
  const { interview, seq, head, place } = before
  const id = eventIdOf(turn, place)
  const event = { ...body, id, by, from, deviceAt, interview, seq: seq + 1, at }
  const kept = sealedBody(key, id, bodyOf(event))
  const { voice, language } = body
  const row = { interview, seq: seq + 1, id, turn, body: kept.clear, sealed: kept.sealed, by, from, voice, language }
  return { event, turn, body: kept, hash: chainedHash(head, { ...row, deviceAt, at }) }
}
