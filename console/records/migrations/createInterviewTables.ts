import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Interviews with their events, chained by hash, and the conversations of channels that are about them. */
export const createInterviewTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // The keys of this installation, wrapped by a master key that is kept outside the database.
    await sql`
      create table installation_keys (
        use text primary key,
        wrapped bytea not null,
        master text not null
      )`.execute(db)
    // One missing episode: who needs to know of it, and the key of its words. Without the key they are gone for good.
    await sql`
      create table episodes (
        id uuid primary key,
        worker text not null,
        team text not null,
        reviewers text[] not null default '{}',
        restricted boolean not null default false,
        wrapped bytea,
        master text,
        opened_at timestamptz not null,
        destroyed_at timestamptz,
        check ((wrapped is null) = (master is null)),
        check ((wrapped is null) = (destroyed_at is not null))
      )`.execute(db)
    await sql`create index episodes_worker on episodes (worker, opened_at desc)`.execute(db)
    await sql`create index episodes_team on episodes (team, opened_at desc)`.execute(db)
    await sql`create index episodes_reviewers on episodes using gin (reviewers)`.execute(db)
    // Someone outside the circle who looked all the same, and why. A manager is told until one has seen it.
    await sql`
      create table broken_glass (
        id uuid primary key,
        episode uuid not null references episodes,
        person text not null,
        team text not null,
        reason bytea not null,
        at timestamptz not null,
        until timestamptz not null,
        seen_by text,
        seen_at timestamptz
      )`.execute(db)
    await sql`create index broken_glass_episode on broken_glass (episode)`.execute(db)
    await sql`create index broken_glass_person on broken_glass (person, until)`.execute(db)
    await sql`create index broken_glass_unseen on broken_glass (team, at) where seen_at is null`.execute(db)
    // Its pages keep room to change in. `seq` and `head` are those of the event the row was last made from: a cut-off tail shows.
    await sql`
      create table interviews (
        id uuid primary key,
        episode uuid not null references episodes,
        seq int not null check (seq > 0),
        head bytea not null,
        guide int not null,
        opened_by text not null,
        opened_at timestamptz not null,
        changed_at timestamptz not null,
        known_as bytea,
        state text not null,
        stage text,
        language text not null,
        open_concerns int not null
      ) with (fillfactor = 70)`.execute(db)
    await sql`create index interviews_episode on interviews (episode)`.execute(db)
    await sql`create index interviews_newest on interviews (opened_at desc, id)`.execute(db)
    // `body` holds codes alone; words and whatever identifies someone are in `sealed`. Its key orders the appends. No foreign key, which would be checked at every turn: events are only ever appended to an
    // interview that was read. `turn` is the client-made id of the turn; its first event has the same id. `device_at` keeps its offset as sent.
    await sql`
      create table events (
        interview uuid not null,
        seq int not null,
        id uuid not null unique,
        turn uuid not null,
        body jsonb not null,
        sealed bytea,
        by text not null,
        "from" text not null,
        voice text not null,
        language text not null,
        device_at text not null,
        at timestamptz not null,
        hash bytea not null,
        primary key (interview, seq)
      )`.execute(db)
    // A name can be looked for and not read: each word of it, hashed with a key.
    await sql`
      create table names (
        token bytea not null,
        interview uuid not null references interviews,
        primary key (token, interview)
      )`.execute(db)
    await sql`create index names_interview on names (interview)`.execute(db)
    await sql`
      create table conversations (
        key text primary key,
        interview uuid not null references interviews
      )`.execute(db)
    await sql`create index conversations_interview on conversations (interview)`.execute(db)
  },
}
