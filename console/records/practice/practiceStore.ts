import type { KeyObject } from 'node:crypto'
import { Scenario } from '../../../dialogs/practice/scenario/scenario.ts'
import type { Database } from '../database/openDatabase.ts'
import { wroteRows } from '../wroteRows.ts'
import {
  attemptOf,
  eventOf,
  eventRow,
  type StoredAttempt,
  type StoredEvent,
  type StoredTurn,
  turnOf,
  turnRow,
} from './attemptRow.ts'

/** What an attempt is begun with. */
export interface NewAttempt {
  attempt: StoredAttempt
  turns: readonly StoredTurn[]
  events: readonly StoredEvent[]
}

export interface PracticeStore {
  attempt(id: string): Promise<StoredAttempt | undefined>
  /** In order, those after a number. */
  turns(id: string, after: number): Promise<StoredTurn[]>
  events(id: string, since: number): Promise<StoredEvent[]>
  /** The scenario of an attempt as it was. */
  scenario(id: string, version: number): Promise<Scenario | undefined>
  /** False where there is one of this id. */
  begin(made: NewAttempt, scenario: Scenario): Promise<boolean>
  /** False where it is not the next one: somebody else was first, or the attempt has ended or is gone. */
  appendTurn(id: string, turn: StoredTurn, ended: StoredAttempt['ended']): Promise<boolean>
  appendEvents(id: string, before: number, events: readonly StoredEvent[]): Promise<boolean>
  end(id: string, at: Date): Promise<boolean>
  remove(id: string): Promise<boolean>
  ofPerson(person: string): Promise<StoredAttempt[]>
  ofTeam(team: string): Promise<StoredAttempt[]>
  /** When something was last said in each attempt of a team that goes on. Those in which nothing was said are left out. */
  lastSaid(team: string): Promise<ReadonlyMap<string, Date>>
}

/** The tables of attempts, what was said in them sealed with the practice room's own key. */
export function createPracticeStore({ db, pool }: Pick<Database, 'db' | 'pool'>, key: () => Promise<KeyObject>) {
  const attempts = () => db.selectFrom('practice_attempts').selectAll()
  const store: PracticeStore = {
    async attempt(id) {
      const row = await attempts().where('id', '=', id).executeTakeFirst()
      return row && attemptOf(row)
    },
    async turns(id, after) {
      const rows = await db
        .selectFrom('practice_turns')
        .selectAll()
        .where('attempt', '=', id)
        .where('number', '>', after)
        .orderBy('number')
        .execute()
      const opens = await key()
      return rows.map(row => turnOf(opens, row))
    },
    async events(id, since) {
      const rows = await db
        .selectFrom('practice_events')
        .selectAll()
        .where('attempt', '=', id)
        .where('seq', '>', since)
        .orderBy('seq')
        .execute()
      const opens = await key()
      return rows.map(row => eventOf(opens, row))
    },
    async scenario(id, version) {
      const row = await db
        .selectFrom('practice_scenarios')
        .select('body')
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return row && Scenario.parse(row.body)
    },
    async begin({ attempt, turns, events }, scenario) {
      const seals = await key()
      return db.transaction().execute(async kept => {
        const { id, version } = scenario
        await kept
          .insertInto('practice_scenarios')
          .values({ id, version, body: JSON.stringify(scenario) })
          .onConflict(conflict => conflict.doNothing())
          .execute()
        const { numInsertedOrUpdatedRows } = await kept
          .insertInto('practice_attempts')
          .values(attempt)
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows !== 1n) return false
        if (turns.length > 0) {
          await kept
            .insertInto('practice_turns')
            .values(turns.map(each => turnRow(seals, attempt.id, each)))
            .execute()
        }
        await kept
          .insertInto('practice_events')
          .values(events.map(each => eventRow(seals, each)))
          .execute()
        return true
      })
    },
    async appendTurn(id, said, ended) {
      const { number, at, sealed, id: turn } = turnRow(await key(), id, said)
      const values = [id, number, turn, at, sealed, ended]
      return wroteRows(pool, { name: 'append-practice-turn', text: appendTurn, values }, practice)
    },
    async appendEvents(id, before, events) {
      const seals = await key()
      const rows = events.map(each => eventRow(seals, each))
      const values = [
        id,
        before,
        rows.length,
        rows.map(({ seq }) => seq),
        rows.map(({ turn }) => turn),
        rows.map(({ at }) => at),
        rows.map(({ sealed }) => sealed),
      ]
      return wroteRows(pool, { name: 'append-practice-events', text: appendEvents, values }, practice)
    },
    async end(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('practice_attempts')
        .set({ ended: 'stopped', ended_at: at })
        .where('id', '=', id)
        .where('ended', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('practice_attempts').where('id', '=', id).executeTakeFirst()
      return numDeletedRows === 1n
    },
    async ofPerson(person) {
      const rows = await attempts()
        .where('person', '=', person)
        .orderBy('began_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute()
      return rows.map(attemptOf)
    },
    async ofTeam(team) {
      const rows = await attempts()
        .where('team', '=', team)
        .orderBy('began_at', 'desc')
        .orderBy('id')
        .limit(500)
        .execute()
      return rows.map(attemptOf)
    },
    async lastSaid(team) {
      const rows = await db
        .selectFrom('practice_attempts')
        .innerJoin('practice_turns', join =>
          join
            .onRef('practice_turns.attempt', '=', 'practice_attempts.id')
            .onRef('practice_turns.number', '=', 'practice_attempts.turns'),
        )
        .select(['practice_turns.attempt', 'practice_turns.at'])
        .where('team', '=', team)
        .where('ended', 'is', null)
        .execute()
      return new Map(rows.map(({ attempt, at }) => [attempt, at]))
    },
  }
  return store
}

/** Counting it is what takes the number: whoever comes second finds another count, and writes nothing. */
const appendTurn = `
  with counted as (
    update practice_attempts set turns = $2::int, ended = $6::text,
      ended_at = case when $6::text is null then null else $4::timestamptz end
    where id = $1::uuid and turns = $2::int - 1 and ended is null
    returning id
  )
  insert into practice_turns (attempt, number, id, at, sealed)
  select id, $2::int, $3::uuid, $4::timestamptz, $5::bytea from counted`

const appendEvents = `
  with counted as (
    update practice_attempts set events = $2::int + $3::int where id = $1::uuid and events = $2::int and ended is null
    returning id
  )
  insert into practice_events (attempt, seq, turn, at, sealed)
  select counted.id, each.* from counted, unnest($4::int[], $5::uuid[], $6::timestamptz[], $7::bytea[]) as each`

const practice = {
  numbers: ['practice_turns_pkey', 'practice_events_pkey', 'practice_turns_attempt_id_key'],
  ids: '',
  idUsed: '',
  notKept: 'What was practised was not kept',
}
