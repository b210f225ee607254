import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where the bot reaches someone on a channel without having been written to, and what it has still to tell them. */
export const createChannelReminders: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Sealed: it names someone as the channel knows them.
    await sql`alter table channel_links add column reference bytea`.execute(db)
    // Written in the commit that keeps the reminder. It says when something is due, and nothing of what or whom it is about.
    await sql`
      create table channel_reminders (
        id uuid primary key,
        person text not null,
        due timestamptz not null,
        at timestamptz not null,
        tries int not null default 0,
        next_at timestamptz not null
      )`.execute(db)
    await sql`create index channel_reminders_next on channel_reminders (next_at)`.execute(db)
  },
}
