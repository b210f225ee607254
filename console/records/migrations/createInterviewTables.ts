import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Interviews with their events, chained by hash, and the conversations of channels that are about them. */
export const createInterviewTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Its pages keep room to change in. `seq` and `head` are those of the event the row was last made from: a cut-off tail shows.
    await sql`
      create table interviews (
        id uuid primary key,
        seq int not null check (seq > 0),
        head bytea not null,
        guide int not null,
        opened_by text not null,
        opened_at timestamptz not null,
        changed_at timestamptz not null,
        known_as text,
        state text not null,
        stage text,
        language text not null,
        open_concerns int not null
      ) with (fillfactor = 70)`.execute(db)
    await sql`create index interviews_newest on interviews (opened_at desc, id)`.execute(db)
    // Its key orders the appends. No foreign key, which would be checked at every turn: events are only ever appended to an
    // interview that was read. `turn` is the client-made id of the turn; its first event has the same id. `device_at` keeps its offset as sent.
    await sql`
      create table events (
        interview uuid not null,
        seq int not null,
        id uuid not null unique,
        turn uuid not null,
        body jsonb not null,
        by text not null,
        "from" text not null,
        voice text not null,
        language text not null,
        device_at text not null,
        at timestamptz not null,
        hash bytea not null,
        primary key (interview, seq)
      )`.execute(db)
    await sql`
      create table conversations (
        key text primary key,
        interview uuid not null references interviews
      )`.execute(db)
    await sql`create index conversations_interview on conversations (interview)`.execute(db)
  },
}
