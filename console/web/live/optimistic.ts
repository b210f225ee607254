import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import { take } from '../../../dialogs/interview.ts'
import type { NewEvent, RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { recordFrom, withEvent } from '../../../dialogs/record/recordFrom.ts'
import type { Pending } from './pending.ts'

export interface Present {
  record: InterviewRecord
  /** The server's events, then what this device expects of the turns it has not been answered. */
  events: readonly RecordedEvent[]
  /** Number of the newest event that the server has. What is newer is on this device only. */
  saved: number
}

/** The record as this device sees it: what is on the server, and on top what is still to be sent. None before it is begun. */
export function optimistic(
  guideOf: (version: number) => Guide,
  newest: Guide,
  events: readonly RecordedEvent[],
  pending: readonly Pending[],
  by: string,
): Present | undefined {
  const committed = new Set(events.map(event => event.id))
  const left = pending.filter(each => !committed.has(each.payload.id))
  const [begin] = left
  if (events.length === 0 && begin?.kind !== 'begin') return undefined
  const first = events.length === 0 && begin?.kind === 'begin' ? [opening(begin, newest, by)] : events
  let present: Present = { record: recordFrom(first), events: first, saved: events.length }
  for (const each of left) {
    const intents = each.kind === 'begin' ? (events.length === 0 ? each.payload.intents : []) : [each.payload.intent]
    for (const [number, intent] of intents.entries()) {
      present = withIntent(guideOf, present, intent, each, by, each.kind === 'begin' ? number + 1 : 0)
    }
  }
  return present
}

function withIntent(
  guideOf: (version: number) => Guide,
  present: Present,
  intent: Intent,
  pending: Pending,
  by: string,
  number: number,
): Present {
  const outcome = take(guideOf(present.record.guide), present.record, intent, () => [])
  if (!outcome.ok) return present
  let { record } = present
  const events = [...present.events]
  for (const [index, body] of outcome.events.entries()) {
    const place = number + index
    const id = place === 0 ? pending.payload.id : `${pending.payload.id}/${place}`
    const event = expected(body, record, pending, id, by)
    record = withEvent(record, event)
    events.push(event)
  }
  return { ...present, record, events }
}

function expected(body: NewEvent, record: InterviewRecord, pending: Pending, id: string, by: string): RecordedEvent {
  const { deviceAt, interview } = pending.payload
  return { ...body, id, by, from: 'console', deviceAt, interview, seq: record.seq + 1, at: deviceAt }
}

function opening(begin: Extract<Pending, { kind: 'begin' }>, newest: Guide, by: string): RecordedEvent {
  const { id, deviceAt, interview, language, regime } = begin.payload
  return {
    type: 'opened',
    guide: newest.version,
    regime: regime ?? 'all-shared',
    voice: 'practitioner',
    language,
    id,
    by,
    from: 'console',
    deviceAt,
    interview,
    seq: 1,
    at: deviceAt,
  }
}
