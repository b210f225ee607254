import type { ChainedEvent } from './chain.ts'
import type { Database } from './database/openDatabase.ts'
import { bodyOf, eventOf } from './eventRow.ts'
import type { InterviewSummary } from './interviews.ts'

/** Statements over interviews and their events. Each write is one statement: one round trip and one durable commit. */
export interface EventStore {
  /** Whether it was opened; not where the interview is there already. */
  open(summary: InterviewSummary, guide: number, events: readonly ChainedEvent[]): Promise<boolean>
  /** Whether they were appended; not where the newest event is no longer number `expected`. */
  append(expected: number, summary: InterviewSummary, events: readonly ChainedEvent[]): Promise<boolean>
  /** Events after `seq`, in order. */
  eventsAfter(interview: string, seq: number): Promise<ChainedEvent[]>
  /** The interview that has an event with this id. */
  interviewOf(event: string): Promise<string | undefined>
}

export function createEventStore({ pool, db }: Database): EventStore {
  const wrote = async (name: string, text: string, values: unknown[]): Promise<boolean> => {
    const { rowCount } = await pool.query({ name, text, values }).catch(rethrownWithoutWords)
    return rowCount !== null && rowCount > 0
  }
  return {
    open: (summary, guide, events) =>
      wrote('open-interview', openInterview, [...present(summary, events), summary.openedBy, summary.openedAt, guide]),
    append: (expected, summary, events) =>
      wrote('append-events', appendEvents, [...present(summary, events), expected]),
    async eventsAfter(interview, seq) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('interview', '=', interview)
        .where('seq', '>', seq)
        .orderBy('seq')
        .execute()
      return rows.map(row => ({ event: eventOf(row), turn: row.turn, hash: row.hash }))
    },
    async interviewOf(event) {
      const row = await db.selectFrom('events').select('interview').where('id', '=', event).executeTakeFirst()
      return row?.interview
    },
  }
}

const insertEvents = `
  insert into events (interview, seq, id, turn, body, by, "from", voice, language, device_at, at, hash)
  select written.id, new.seq, new.id, turn, body, by, "from", voice, language, device_at, at, hash
  from written, jsonb_to_recordset($10::jsonb) as new (
    seq int, id uuid, turn uuid, body jsonb, by text, "from" text, voice text, language text, device_at text,
    at timestamptz, hash bytea
  )`

const openInterview = `
  with written as (
    insert into interviews (id, seq, head, changed_at, known_as, state, stage, language, open_concerns,
      opened_by, opened_at, guide)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $11, $12, $13)
    on conflict (id) do nothing
    returning id
  ) ${insertEvents}`

const appendEvents = `
  with written as (
    update interviews set seq = $2, head = $3, changed_at = $4, known_as = $5, state = $6, stage = $7, language = $8,
      open_concerns = $9
    where id = $1 and seq = $11
    returning id
  ) ${insertEvents}`

/** What both statements are given, $1 to $10: the interview as these events leave it, and the events. */
function present(summary: InterviewSummary, events: readonly ChainedEvent[]): unknown[] {
  const { id, changedAt, knownAs, state, stage, language, openConcerns } = summary
  const newest = events.at(-1)
  if (!newest) throw new Error('There is nothing to append.')
  const rows = JSON.stringify(events.map(rowOf))
  return [id, newest.event.seq, newest.hash, changedAt, knownAs, state, stage, language, openConcerns, rows]
}

function rowOf({ event, turn, hash }: ChainedEvent) {
  const { seq, id, by, from, voice, language, deviceAt, at } = event
  const bytes = `\\x${hash.toString('hex')}`
  return { seq, id, turn, body: bodyOf(event), by, from, voice, language, device_at: deviceAt, at, hash: bytes }
}

/** Postgres may quote the row that it refused: only its code goes further. */
function rethrownWithoutWords(error: { code?: string; constraint?: string }): never {
  if (error.code === '23505' && error.constraint === 'events_id_key') {
    throw new Error('The id of this turn was used in another interview: the client has to make a new one.')
  }
  throw new Error(`Postgres did not keep the turn (${error.code ?? 'no code'}): send it again under the same id.`)
}
