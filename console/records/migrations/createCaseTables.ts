import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The cases of missing episodes, chained by hash as interviews are, their lines of the desk, and which reminders were told. */
export const createCaseTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // An episode may have a case and no interview, or several: the list of interviews goes by the newest of each.
    await sql`alter table episodes add column interviewed_at timestamptz`.execute(db)
    await sql`
      update episodes set interviewed_at = newest.at
      from (select episode, max(opened_at) as at from interviews group by episode) as newest
      where newest.episode = episodes.id`.execute(db)
    await sql`drop index episodes_worker`.execute(db)
    await sql`drop index episodes_team`.execute(db)
    await sql`create index episodes_worker on episodes (worker, interviewed_at desc) where interviewed_at is not null`.execute(
      db,
    )
    await sql`create index episodes_team on episodes (team, interviewed_at desc) where interviewed_at is not null`.execute(
      db,
    )
    // As `events`: `body` holds codes, times and numbers alone, and every word is in `sealed`. Its key orders the appends.
    await sql`
      create table case_events (
        episode uuid not null references episodes,
        seq int not null check (seq > 0),
        id uuid not null unique,
        turn uuid not null,
        body jsonb not null,
        sealed bytea,
        by text not null,
        "from" text not null,
        device_at text not null,
        at timestamptz not null,
        hash bytea not null,
        primary key (episode, seq)
      )`.execute(db)
    // What the desk shows, written in the commit of its newest event. `refreshed` counts the changes that came from an interview.
    // Who needs to know is the episode's, repeated here so that each way of knowing is one index in the order of the desk.
    await sql`
      create table case_lines (
        episode uuid primary key references episodes,
        seq int not null check (seq > 0),
        head bytea not null,
        refreshed int not null default 0,
        opened_by text not null,
        opened_at timestamptz not null,
        known_as bytea,
        state text not null check (state in ('open', 'closed', 'erased')),
        next_due timestamptz,
        undated int not null,
        remind_at timestamptz,
        line jsonb not null,
        interviews uuid[] not null,
        worker text not null,
        team text not null,
        reviewers text[] not null,
        restricted boolean not null
      ) with (fillfactor = 70)`.execute(db)
    const order = sql`next_due, undated desc, opened_at desc`
    await sql`create index case_lines_open_worker on case_lines (worker, ${order}) where state = 'open'`.execute(db)
    await sql`create index case_lines_open_team on case_lines (team, ${order}) where state = 'open' and not restricted`.execute(
      db,
    )
    await sql`create index case_lines_closed_worker on case_lines (worker, opened_at desc) where state = 'closed'`.execute(
      db,
    )
    await sql`
      create index case_lines_closed_team on case_lines (team, opened_at desc)
      where state = 'closed' and not restricted`.execute(db)
    // Put in at once: whoever looks would else go through what waits to be put in, which grows with how much is written.
    await sql`create index case_lines_reviewers on case_lines using gin (reviewers) with (fastupdate = off)`.execute(db)
    await sql`create index case_lines_interviews on case_lines using gin (interviews) with (fastupdate = off)`.execute(
      db,
    )
    await sql`create index case_lines_remind on case_lines (remind_at) where remind_at is not null`.execute(db)
    // Whoever changes who needs to know changes the line with it.
    await sql`
      create function case_line_of_circle() returns trigger language plpgsql as $$
      begin
        update case_lines set worker = new.worker, team = new.team, reviewers = new.reviewers, restricted = new.restricted
        where episode = new.id;
        return null;
      end $$`.execute(db)
    await sql`
      create trigger episodes_circle after update of worker, team, reviewers, restricted on episodes
      for each row execute function case_line_of_circle()`.execute(db)
    await sql`
      create table case_names (
        token bytea not null,
        episode uuid not null references episodes,
        primary key (token, episode)
      )`.execute(db)
    await sql`create index case_names_episode on case_names (episode)`.execute(db)
    // Told once: a clock that is due at another time by now is another reminder.
    await sql`
      create table case_reminders (
        episode uuid not null references episodes,
        clock text not null,
        due timestamptz not null,
        kind text not null check (kind in ('soon', 'late')),
        at timestamptz not null,
        primary key (episode, clock, due, kind)
      )`.execute(db)
    // An entry is about an interview or about a case: each is tied to that one's own chain.
    await sql`alter table audit add column episode uuid`.execute(db)
    await sql`alter table audit add check (interview is null or episode is null)`.execute(db)
    await sql`create index audit_episode on audit (episode, seq) where episode is not null`.execute(db)
  },
}
