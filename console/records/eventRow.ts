import { EventBody, Origin, type RecordedEvent, Voice } from '../../dialogs/record/events.ts'
import type { Tables } from './database/openDatabase.ts'

type EventRow = Tables['events']

/** The event a row holds. Throws, naming it by number only, where the row is not one that this program can read. */
export function eventOf(row: EventRow): RecordedEvent {
  const body = EventBody.safeParse(row.body)
  const voice = Voice.safeParse(row.voice)
  const from = Origin.safeParse(row.from)
  if (!body.success || !voice.success || !from.success) {
    throw new Error(`Event ${row.seq} of interview ${row.interview} cannot be read: run the newest Return Talk.`)
  }
  return {
    // As stored, not as parsed: reading must never trim or change what the hash was made over.
    ...(row.body as EventBody),
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
}

/** What happened, apart from who, where and when: what the `body` column holds. */
export function bodyOf(event: RecordedEvent): EventBody {
  const { voice, language, id, by, from, deviceAt, interview, seq, at, ...body } = event
  return body
}
