import type { KeyObject } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { DeskLine } from '../../casework/episode/deskLine.ts'
import type { Database } from '../database/openDatabase.ts'
import type { WrappedKey } from '../keys/createKeys.ts'
import { type NumberedTables, refusedOrThrown, wroteRows } from '../wroteRows.ts'
import { type CaseLineRow, lineColumns, lineValues } from './caseLine.ts'
import { type ChainedCaseEvent, caseEventOf } from './caseRow.ts'

/** A case as it is kept: its line, and the events up to the one the line was made from. */
export interface StoredCase {
  row: CaseLineRow
  events: readonly ChainedCaseEvent[]
}

/** A line as it is written, with the tokens its name is looked up by. */
export interface LineToWrite {
  line: DeskLine
  head: Buffer
  /** Sealed. */
  knownAs: Buffer | null
  nameIndex: readonly Buffer[]
  remindAt: Date | null
  /** What the interviews added when it was made. */
  times: CaseLineRow['line']['times']
  /** How the clocks were read when it was made: another reading is made anew. */
  made: string
}

export interface CaseStore {
  row(episode: string): Promise<CaseLineRow | undefined>
  /** Undefined where there is no such case. */
  read(episode: string, key: KeyObject): Promise<StoredCase | undefined>
  /**
   * Opens a case with its first events and its line, in one transaction. `made`: the episode begins with it. False where someone
   * was first, or where the words of the episode were destroyed.
   */
  begin(
    events: readonly ChainedCaseEvent[],
    line: LineToWrite,
    made: ({ team: string } & WrappedKey) | undefined,
  ): Promise<boolean>
  /** One event and the line it leaves, and the worker where that is another: one statement. False where the case has gone on. */
  append(before: CaseLineRow, event: ChainedCaseEvent, line: LineToWrite, worker: string | undefined): Promise<boolean>
  /** The line as an interview has changed it. False where the case has gone on. */
  refresh(before: CaseLineRow, line: LineToWrite): Promise<boolean>
  /** Cases that any of these interviews cover. */
  coveredBy(interviews: readonly string[]): Promise<readonly string[]>
  /** Open cases of which an interview has gone on since the line was last made from it, or whose clocks were read in another way. */
  behind(made: string): Promise<readonly string[]>
  /** Cases in which this episode is said to be the same young person's. */
  naming(episode: string): Promise<readonly string[]>
  /** The episode of an interview. */
  episodeOf(interview: string): Promise<string | undefined>
  /** Interviews of the episode, the first one first. */
  interviewsOf(episode: string): Promise<readonly string[]>
}

export function createCaseStore({ pool, db }: Pick<Database, 'pool' | 'db'>): CaseStore {
  const row = async (episode: string) => {
    const { rows } = await pool.query<CaseLineRow>({ name: 'case-line', text: oneLine, values: [episode] })
    return rows[0]
  }
  return {
    row,
    async read(episode, key) {
      const found = await row(episode)
      if (!found) return undefined
      const rows = await db
        .selectFrom('case_events')
        .selectAll()
        .where('episode', '=', episode)
        .where('seq', '<=', found.seq)
        .orderBy('seq')
        .execute()
      if (rows.length !== found.seq) {
        throw new Error(`The case of episode ${episode} and its events disagree: run the verify command.`)
      }
      return { row: found, events: rows.map(each => caseEventOf(key, each)) }
    },
    async begin(events, line, made) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('begin')
        const done = await begun(client, events, line, made)
        await client.query(done ? 'commit' : 'rollback')
        return done
      } catch (error) {
        broken = await client.query('rollback').then(
          () => undefined,
          () => error as Error,
        )
        return refusedOrThrown(error, cases)
      } finally {
        client.release(broken)
      }
    },
    append(before, event, line, worker) {
      const values = [before.refreshed, worker ?? null, line.nameIndex, ...rowOf(event), ...lineValues(line)]
      return wroteRows(pool, { name: 'append-case-event', text: appendEvent, values }, cases)
    },
    refresh(before, line) {
      const values = [before.seq, before.refreshed, ...lineValues(line)]
      return wroteRows(pool, { name: 'refresh-case-line', text: refreshLine, values }, cases)
    },
    async coveredBy(interviews) {
      const { rows } = await pool.query<{ episode: string }>({
        name: 'cases-covered',
        text: "select episode from case_lines where interviews && $1::uuid[] and state <> 'erased' order by episode",
        values: [interviews],
      })
      return rows.map(({ episode }) => episode)
    },
    async behind(made) {
      const { rows } = await pool.query<{ episode: string }>(
        `
        select distinct case_lines.episode from case_lines
          cross join lateral jsonb_to_recordset(line -> 'times') as kept (interview uuid, seq int)
          cross join lateral (
            select max(events.seq) as newest from events where events.interview = kept.interview
          ) as events
        where state = 'open' and newest > kept.seq
        union select episode from case_lines where state = 'open' and line ->> 'made' is distinct from $1`,
        [made],
      )
      return rows.map(({ episode }) => episode)
    },
    async naming(episode) {
      const { rows } = await pool.query<{ episode: string }>({
        name: 'cases-naming',
        text: `
          select distinct episode from case_events as linked
          where body ->> 'type' = 'linked' and body ->> 'episode' = $1 and not exists (
            select from case_events
            where episode = linked.episode and body ->> 'type' = 'withdrawn' and body ->> 'event' = linked.id::text
          )`,
        values: [episode],
      })
      return rows.map(each => each.episode)
    },
    async episodeOf(interview) {
      const row = await db.selectFrom('interviews').select('episode').where('id', '=', interview).executeTakeFirst()
      return row?.episode
    },
    async interviewsOf(episode) {
      const rows = await db
        .selectFrom('interviews')
        .select('id')
        .where('episode', '=', episode)
        .orderBy('opened_at')
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

/** What is read of a line, with the key of its words as it is wrapped. */
export const readLine = `
  case_lines.episode, case_lines.seq, head, refreshed, case_lines.opened_by, case_lines.opened_at, known_as, state, undated, line,
  case_lines.interviews, case_lines.worker, wrapped, master`

const oneLine = `
  select ${readLine} from case_lines join episodes on episodes.id = case_lines.episode
  where case_lines.episode = $1 and destroyed_at is null`

const columns = [
  ['episode', 'uuid'],
  ['seq', 'int'],
  ['id', 'uuid'],
  ['turn', 'uuid'],
  ['body', 'jsonb'],
  ['sealed', 'bytea'],
  ['by', 'text'],
  ['"from"', 'text'],
  ['device_at', 'text'],
  ['at', 'timestamptz'],
  ['hash', 'bytea'],
] as const satisfies readonly (readonly [string, string])[]

const eventColumns = columns.map(([name]) => name).join(', ')

/** The values of an event's row, in the order of its columns. */
function rowOf({ event, turn, body, hash }: ChainedCaseEvent): unknown[] {
  const { episode, seq, id, by, from, deviceAt, recordedAt } = event
  return [episode, seq, id, turn, JSON.stringify(body.clear), body.sealed, by, from, deviceAt, recordedAt, hash]
}

/** The parameters that hold these columns' values, from this one on. */
const placed = (all: readonly (readonly [name: string, type: string])[], first: number) =>
  all.map(([, type], place) => `$${first + place}::${type}`).join(', ')

const eventAt = 4
const lineAt = eventAt + columns.length
const setLine = (first: number) =>
  lineColumns
    .map(([name, type], place) => [name, `$${first + place}::${type}`] as const)
    .filter(([name]) => name !== 'episode')
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')

/**
 * $1: how often the line had been refreshed, so that what an interview changed meanwhile is looked at again; $2: the worker, where
 * it is another; $3: the name's tokens. The number before this one is the line's, and the key refuses a second of one number.
 * The episode is locked before its line, as whoever changes its circle does.
 */
const appendEvent = `
  with there as (
    select id from episodes where id = $${eventAt}::uuid and destroyed_at is null for no key update
  ), kept as (
    select episode from case_lines join there on there.id = case_lines.episode
    where seq = $${eventAt + 1}::int - 1 and refreshed = $1::int for update of case_lines
  ), written as (
    insert into case_events (${eventColumns}) select ${placed(columns, eventAt)} from kept returning episode
  ), unnamed as (
    delete from case_names using written where case_names.episode = written.episode and token <> all($3::bytea[])
  ), named as (
    insert into case_names (token, episode) select token, episode from written, unnest($3::bytea[]) as token
    on conflict do nothing
  ), allocated as (
    update episodes set worker = $2::text from written where id = written.episode and $2::text is not null
  )
  update case_lines set ${setLine(lineAt)} from written
  where case_lines.episode = written.episode and case_lines.episode = $${lineAt}::uuid`

const refreshLine = `
  update case_lines set refreshed = refreshed + 1, ${setLine(3)}
  where episode = $3::uuid and case_lines.seq = $1::int and refreshed = $2::int and state <> 'erased'`

const insertLine = `
  insert into case_lines (opened_by, opened_at, worker, team, reviewers, restricted, ${lineColumns.map(([name]) => name).join(', ')})
  select $1::text, $2::timestamptz, worker, team, reviewers, restricted,
    ${placed(lineColumns, 3)}
  from episodes where id = $3::uuid`

async function begun(
  client: PoolClient,
  events: readonly ChainedCaseEvent[],
  line: LineToWrite,
  made: ({ team: string } & WrappedKey) | undefined,
): Promise<boolean> {
  const [first] = events
  if (!first) throw new Error('There is nothing to open a case with.')
  const { episode, by, recordedAt } = first.event
  const worker = line.line.worker ?? ''
  const { rowCount } = made
    ? await client.query(
        `insert into episodes (id, worker, team, wrapped, master, opened_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing`,
        [episode, worker, made.team, made.wrapped, made.master, recordedAt],
      )
    : await client.query('update episodes set worker = $2 where id = $1 and destroyed_at is null', [episode, worker])
  if (rowCount !== 1) return false
  for (const event of events) {
    await client.query(`insert into case_events (${eventColumns}) values (${placed(columns, 1)})`, rowOf(event))
  }
  await client.query(insertLine, [by, recordedAt, ...lineValues(line)])
  await client.query('insert into case_names (token, episode) select unnest($1::bytea[]), $2::uuid', [
    line.nameIndex,
    episode,
  ])
  return true
}

/** Another writing may have the number, or another beginning the case. */
const cases: NumberedTables = {
  numbers: ['case_events_pkey', 'case_lines_pkey'],
  ids: 'case_events_id_key',
  idUsed: 'The id of this was used in another case: the client has to make a new one.',
  notKept: 'Postgres did not keep what was written in the case',
}
