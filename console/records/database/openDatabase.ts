import { type Generated, Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import { migrate } from '../migrations/migrate.ts'
import type { PeopleTables } from '../people/PeopleTables.ts'
import type { PracticeTables } from '../practice/PracticeTables.ts'

/** The tables as Kysely sees them. Times come out as Date, uuids and text as string, hashes as Buffer. */
export interface Tables extends PeopleTables, PracticeTables {
  master_keys: { name: string; place: number }
  installation_keys: { use: string; wrapped: Buffer; master: string }
  episodes: {
    id: string
    worker: string
    team: string
    reviewers: string[]
    restricted: boolean
    wrapped: Buffer | null
    master: string | null
    opened_at: Date
    destroyed_at: Date | null
    interviewed_at: Date | null
  }
  broken_glass: {
    id: string
    episode: string
    person: string
    team: string
    reason: Buffer
    at: Date
    until: Date
    seen_by: string | null
    seen_at: Date | null
  }
  interviews: {
    id: string
    episode: string
    seq: number
    head: Buffer
    guide: number
    opened_by: string
    opened_at: Date
    changed_at: Date
    known_as: Buffer | null
    state: string
    stage: string | null
    language: string
    open_concerns: number
  }
  events: {
    interview: string
    seq: number
    id: string
    turn: string
    body: unknown
    sealed: Buffer | null
    by: string
    from: string
    voice: string
    language: string
    device_at: string
    at: Date
    hash: Buffer
  }
  names: { token: Buffer; interview: string }
  conversations: { key: string; interview: string }
  case_events: {
    episode: string
    seq: number
    id: string
    turn: string
    body: unknown
    sealed: Buffer | null
    by: string
    from: string
    device_at: string
    at: Date
    hash: Buffer
  }
  case_lines: {
    episode: string
    seq: number
    head: Buffer
    refreshed: Generated<number>
    opened_by: string
    opened_at: Date
    known_as: Buffer | null
    state: string
    next_due: Date | null
    undated: number
    remind_at: Date | null
    line: unknown
    interviews: string[]
    worker: string
    team: string
    reviewers: string[]
    restricted: boolean
  }
  case_names: { token: Buffer; episode: string }
  case_reminders: { episode: string; clock: string; due: Date; kind: string; at: Date }
  audit: {
    seq: string
    at: Date
    by: string
    act: string
    interview: string | null
    episode: string | null
    about: string | null
    from: string
    reason: Buffer | null
    seen: number | null
    head: Buffer | null
    hash: Buffer
  }
  interpreter_codes: {
    interview: string
    hash: Buffer
    half: Buffer
    wrong: Generated<number>
    made_by: string
    until: Date
  }
  interpreters: {
    id: string
    interview: string
    hash: Buffer
    who: Buffer
    invited_by: string
    begun_at: Date
    until: Date
    ended_at: Date | null
    shown: string | null
  }
  channel_links: { id: string; identity: Buffer; channel: string; person: string; at: Date; reference: Buffer | null }
  channel_reminders: { id: string; person: string; due: Date; at: Date; tries: number; next_at: Date }
  channel_links_used: { id: string; until: Date }
  holds: {
    id: string
    episode: string
    by: string
    at: Date
    reason: Buffer | null
    released_by: string | null
    released_at: Date | null
  }
  exports: {
    id: string
    interview: string
    choices: Buffer
    by: string
    at: Date
    finished: Buffer | null
    finished_by: string | null
    finished_at: Date | null
  }
  word_changes: {
    language: string
    file: string
    key: string
    number: number
    at: Date
    by: string
    english: string
    text: string
    state: string
    note: string
    back_translation: string
  }
  audit_head: { one: boolean; seq: string; hash: Buffer }
}

/** One pool, asked through Kysely, or directly where a prepared statement saves time on every turn. */
export interface Database {
  pool: Pool
  db: Kysely<Tables>
  /** Whether it answers now. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

/** Connects and brings the tables up to date. `onLost` is told when an idle connection breaks, with the error's code. */
export async function openDatabase(connection: PoolConfig, onLost: (code: string) => void): Promise<Database> {
  const pool = new Pool({ max: 10, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000, ...connection })
  let closing = false
  pool.on('error', (error: Error & { code?: string }) => {
    // Connections given up at the end may still see Postgres go.
    if (!closing) onLost(error.code ?? 'unknown')
  })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    pool,
    db,
    ready: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => {
      closing = true
      return db.destroy()
    },
  }
}
