import type { KeyObject } from 'node:crypto'
import type { ChainedEvent } from './chain.ts'
import type { Database } from './database/openDatabase.ts'
import { eventOf } from './eventRow.ts'
import type { InterviewSummary } from './interviews.ts'
import type { WrappedKey } from './keys/createKeys.ts'
import { type NumberedTables, wroteRows } from './wroteRows.ts'

/** Statements over interviews and their events. Each write is one statement: one round trip and one durable commit. */
export interface EventStore {
  /** Whether it was opened; not where the interview is there already. */
  open(opening: StoredOpening, events: readonly ChainedEvent[]): Promise<boolean>
  /** Whether they were appended; not where another event has the number of the first. */
  append(events: readonly ChainedEvent[]): Promise<boolean>
  /** Events after `seq`, in order, opened with the interview's key. */
  eventsAfter(interview: string, seq: number, key: KeyObject): Promise<ChainedEvent[]>
  /** The interview that has an event with this id. */
  interviewOf(event: string): Promise<string | undefined>
}

/** An interview's row and its episode's, as they begin. */
export interface StoredOpening {
  summary: InterviewSummary
  /** Sealed. */
  knownAs: Buffer | null
  nameIndex: readonly Buffer[]
  guide: number
  /** `begun` where it begins with the interview; else its case was there before. */
  episode: { id: string; begun: ({ worker: string; team: string } & WrappedKey) | undefined }
}

export function createEventStore({ pool, db }: Database): EventStore {
  return {
    open(opening, events) {
      const values = [...openingValues(opening, events), ...events.flatMap(rowOf)]
      const count = events.length
      return wroteRows(pool, { name: `open-interview-${count}`, text: openInterview(count), values }, turns)
    },
    append(events) {
      const count = events.length
      const values = events.flatMap(rowOf)
      return wroteRows(pool, { name: `append-events-${count}`, text: appendEvents(count), values }, turns)
    },
    async eventsAfter(interview, seq, key) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('interview', '=', interview)
        .where('seq', '>', seq)
        .orderBy('seq')
        .execute()
      return rows.map(row => eventOf(key, row))
    },
    async interviewOf(event) {
      const row = await db.selectFrom('events').select('interview').where('id', '=', event).executeTakeFirst()
      return row?.interview
    },
  }
}

const columns = [
  ['interview', 'uuid'],
  ['seq', 'int'],
  ['id', 'uuid'],
  ['turn', 'uuid'],
  ['body', 'jsonb'],
  ['sealed', 'bytea'],
  ['by', 'text'],
  ['"from"', 'text'],
  ['voice', 'text'],
  ['language', 'text'],
  ['device_at', 'text'],
  ['at', 'timestamptz'],
  ['hash', 'bytea'],
] as const

/** The values of an event's row, in the order of its columns. */
function rowOf({ event, turn, body, hash }: ChainedEvent): unknown[] {
  const { interview, seq, id, by, from, voice, language, deviceAt, at } = event
  return [
    interview,
    seq,
    id,
    turn,
    JSON.stringify(body.clear),
    body.sealed,
    by,
    from,
    voice,
    language,
    deviceAt,
    at,
    hash,
  ]
}

/**
 * Rows of so many events, their values from parameter `first` on. NB: one parameter for each value, because taking one
 * JSON document apart costs Postgres a third of what the commit does.
 */
function eventRows(count: number, first: number): string {
  const row = (number: number) =>
    columns.map(([, type], place) => `$${first + number * columns.length + place}::${type}`).join(', ')
  return `values ${Array.from({ length: count }, (_, number) => `(${row(number)})`).join(', ')}`
}

const eventColumns = columns.map(([name]) => name).join(', ')

/** The text of a statement for so many events, made once. */
function forCount(text: (count: number) => string): (count: number) => string {
  const made = new Map<number, string>()
  return count => {
    const known = made.get(count) ?? text(count)
    made.set(count, known)
    return known
  }
}

const openInterview = forCount(
  count => `
  with begun as (
    insert into episodes (id, worker, team, wrapped, master, opened_at, interviewed_at)
    select $1::uuid, $2::text, $3::text, $4::bytea, $5::text, $6::timestamptz, $6::timestamptz where $2::text is not null
    on conflict (id) do nothing
    returning id
  ), joined as (
    update episodes set interviewed_at = $6::timestamptz
    where id = $1::uuid and $2::text is null and destroyed_at is null
      and not exists (select from interviews where id = $7::uuid)
    returning id
  ), written as (
    insert into interviews (id, episode, seq, head, guide, opened_by, opened_at, changed_at, known_as, state, stage, language,
      open_concerns)
    select $7::uuid, episode.id, $8::int, $9::bytea, $10::int, $11, $12::timestamptz, $13::timestamptz, $14::bytea, $15, $16,
      $17, $18::int from (select id from begun union all select id from joined) as episode
    returning id
  ), named as (
    insert into names (token, interview) select token, written.id from written, unnest($19::bytea[]) as token
  )
  insert into events (${eventColumns})
  select new.* from written join (${eventRows(count, 20)}) as new (${eventColumns}) on new.interview = written.id`,
)

/** Nothing but the events: their key is the interview and the number, so that only one of two appends can have it. */
const appendEvents = forCount(count => `insert into events (${eventColumns}) ${eventRows(count, 1)}`)

/** $1 to $19 of opening. */
function openingValues(
  { summary, knownAs, nameIndex, guide, episode }: StoredOpening,
  events: readonly ChainedEvent[],
) {
  const newest = events.at(-1)
  if (!newest) throw new Error('There is nothing to open an interview with.')
  const { id, openedBy, openedAt, changedAt, state, stage, language, openConcerns } = summary
  const { begun } = episode
  return [
    ...[episode.id, begun?.worker, begun?.team, begun?.wrapped, begun?.master, openedAt],
    ...[id, newest.event.seq, newest.hash, guide, openedBy, openedAt, changedAt, knownAs],
    ...[state, stage, language, openConcerns, nameIndex],
  ]
}

/** Another append may have the number, or another opening the interview. */
const turns: NumberedTables = {
  numbers: ['events_pkey', 'interviews_pkey'],
  ids: 'events_id_key',
  idUsed: 'The id of this turn was used in another interview: the client has to make a new one.',
  notKept: 'Postgres did not keep the turn',
}
