import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The practice room, apart from every real record: nothing here refers to an episode or an interview, and nothing there to this.
 * What is `sealed` may hold a real name that somebody typed by mistake.
 */
export const createPracticeTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // A scenario as it was when an attempt at it was begun: what was practised can be read when its file is another by now.
    await sql`
      create table practice_scenarios (
        id text not null,
        version int not null check (version > 0),
        body jsonb not null,
        primary key (id, version)
      )`.execute(db)
    await sql`
      create table practice_assignments (
        id uuid primary key,
        trainee text not null,
        by text not null,
        team text not null,
        at timestamptz not null,
        scenario text not null,
        level text not null,
        due date,
        note bytea
      )`.execute(db)
    await sql`create index practice_assignments_trainee on practice_assignments (trainee, at desc)`.execute(db)
    await sql`create index practice_assignments_team on practice_assignments (team, at desc)`.execute(db)
    // `turns` and `events` are how many there are: whoever appends counts them in the same statement, so that one alone has each number.
    await sql`
      create table practice_attempts (
        id uuid primary key,
        person text not null,
        team text not null,
        scenario text not null,
        version int not null,
        level text not null,
        seed int not null,
        began_at timestamptz not null,
        ended text check (ended in ('left', 'closed', 'stopped')),
        ended_at timestamptz,
        turns int not null check (turns >= 0),
        events int not null check (events > 0),
        assignment uuid references practice_assignments on delete set null,
        retry_of uuid references practice_attempts on delete set null,
        retry_from int,
        foreign key (scenario, version) references practice_scenarios,
        check ((ended is null) = (ended_at is null))
      ) with (fillfactor = 70)`.execute(db)
    await sql`create index practice_attempts_person on practice_attempts (person, began_at desc)`.execute(db)
    await sql`create index practice_attempts_team on practice_attempts (team, began_at desc)`.execute(db)
    await sql`
      create index practice_attempts_assignment on practice_attempts (assignment) where assignment is not null`.execute(
      db,
    )
    await sql`
      create index practice_attempts_retry on practice_attempts (retry_of) where retry_of is not null`.execute(db)
    // Appended, never changed: a turn goes with its attempt alone. Ids are each attempt's own, as a retry takes turns over.
    await sql`
      create table practice_turns (
        attempt uuid not null references practice_attempts on delete cascade,
        number int not null check (number > 0),
        id uuid not null,
        at timestamptz not null,
        sealed bytea not null,
        primary key (attempt, number),
        unique (attempt, id)
      )`.execute(db)
    await sql`
      create table practice_events (
        attempt uuid not null references practice_attempts on delete cascade,
        seq int not null check (seq > 0),
        turn uuid not null,
        at timestamptz not null,
        sealed bytea not null,
        primary key (attempt, seq)
      )`.execute(db)
    await sql`
      create table practice_comments (
        id uuid primary key,
        attempt uuid not null references practice_attempts on delete cascade,
        turn int not null,
        by text not null,
        at timestamptz not null,
        sealed bytea not null
      )`.execute(db)
    await sql`create index practice_comments_attempt on practice_comments (attempt)`.execute(db)
    await sql`
      create table practice_disputes (
        attempt uuid not null references practice_attempts on delete cascade,
        turn int not null,
        class text not null,
        by text not null,
        at timestamptz not null,
        sealed bytea not null,
        agrees boolean,
        answered_by text,
        answered_at timestamptz,
        note bytea,
        primary key (attempt, turn)
      )`.execute(db)
    await sql`
      create table practice_drills (
        id uuid primary key,
        person text not null,
        team text not null,
        drill text not null,
        at timestamptz not null,
        item text not null,
        "right" boolean not null
      )`.execute(db)
    await sql`create index practice_drills_person on practice_drills (person, at desc)`.execute(db)
  },
}
