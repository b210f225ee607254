import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What keeps an episode from being erased, what is handed out of it, and what makes sure that it stays erased. */
export const createKeepingTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Reasons are sealed with the episode's key, and go with it.
    await sql`
      create table holds (
        id uuid primary key,
        episode uuid not null references episodes,
        by text not null,
        at timestamptz not null,
        reason bytea,
        released_by text,
        released_at timestamptz,
        check ((released_by is null) = (released_at is null))
      )`.execute(db)
    await sql`create unique index holds_one on holds (episode) where released_at is null`.execute(db)
    await sql`create index holds_episode on holds (episode, at)`.execute(db)
    // What someone chose to leave out, and once it is finished what was handed out: sealed with the episode's key.
    await sql`
      create table exports (
        id uuid primary key,
        interview uuid not null references interviews,
        choices bytea not null,
        by text not null,
        at timestamptz not null,
        finished bytea,
        finished_by text,
        finished_at timestamptz,
        check ((finished is null) = (finished_at is null) and (finished is null) = (finished_by is null))
      )`.execute(db)
    await sql`create unique index exports_open on exports (interview) where finished_at is null`.execute(db)
    await sql`create index exports_interview on exports (interview, at)`.execute(db)
    await sql`create index episodes_destroyed on episodes (destroyed_at) where destroyed_at is not null`.execute(db)
    // Another process writes an interview's line a moment after its events, and may be late: nothing of a name comes back.
    await sql`
      create function name_unless_erased() returns trigger language plpgsql as $$
      begin
        perform from interviews join episodes on episodes.id = interviews.episode
        where interviews.id = new.interview and destroyed_at is null for share of episodes;
        if found then return new; end if;
        return null;
      end $$`.execute(db)
    await sql`create trigger names_unless_erased before insert on names for each row execute function name_unless_erased()`.execute(
      db,
    )
  },
}
