import type { KeyObject } from 'node:crypto'
import { EventBody, Origin, type RecordedEvent, Voice } from '../../dialogs/record/events.ts'
import type { ChainedEvent, ChainedRow, EventTable } from './chain.ts'
import type { Tables } from './database/openDatabase.ts'
import { openedBody, type SealedBody } from './sealedBody.ts'

type EventRow = Tables['events']

/** The event a row holds, opened. Throws, naming it by number only, where the row is not one that this program can read. */
export function eventOf(key: KeyObject, row: EventRow): ChainedEvent {
  const sealed: SealedBody = { clear: row.body as Readonly<Record<string, unknown>>, sealed: row.sealed }
  const opened = openedBody(key, row.id, sealed)
  const body = EventBody.safeParse(opened)
  const voice = Voice.safeParse(row.voice)
  const from = Origin.safeParse(row.from)
  if (!body.success || !voice.success || !from.success) {
    throw new Error(`Event ${row.seq} of interview ${row.interview} cannot be read: run the newest Return Talk.`)
  }
  const event: RecordedEvent = {
    // As stored, not as parsed: reading must never trim or change what was said.
    ...(opened as EventBody),
    voice: voice.data,
    language: row.language,
    id: row.id,
    by: row.by,
    from: from.data,
    deviceAt: row.device_at,
    interview: row.interview,
    seq: row.seq,
    at: row.at.toISOString(),
  }
  return { event, turn: row.turn, body: sealed, hash: row.hash }
}

/** What a row's hash was made over. */
export function chainedRowOf({
  device_at: deviceAt,
  at,
  hash: _,
  ...row
}: Tables[EventTable]): ChainedRow | ChainedRow<'case_events'> {
  return { ...row, deviceAt, at: at.toISOString() }
}

/** What happened, apart from who, where and when. */
export function bodyOf(event: RecordedEvent): EventBody {
  const { voice, language, id, by, from, deviceAt, interview, seq, at, ...body } = event
  return body
}
