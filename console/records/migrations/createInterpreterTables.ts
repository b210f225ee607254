import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Codes that let an interpreter into one interview's script, and who came in by one. */
export const createInterpreterTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // One code for an interview at a time. Both hashes are keyed; `half` is of its first half, so that tries at this code are counted.
    await sql`
      create table interpreter_codes (
        interview uuid primary key references interviews on delete cascade,
        hash bytea not null unique,
        half bytea not null,
        wrong int not null default 0,
        made_by text not null,
        until timestamptz not null
      )`.execute(db)
    await sql`create index interpreter_codes_half on interpreter_codes (half)`.execute(db)
    // Kept after it ended: who interpreted belongs to the interview. `who` is sealed with the episode's key, `hash` is of the cookie's secret.
    await sql`
      create table interpreters (
        id uuid primary key,
        interview uuid not null references interviews on delete cascade,
        hash bytea not null unique,
        who bytea not null,
        invited_by text not null,
        begun_at timestamptz not null,
        until timestamptz not null,
        ended_at timestamptz
      )`.execute(db)
    await sql`create index interpreters_interview on interpreters (interview)`.execute(db)
  },
}
