import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Whose a channel's users are: who someone is on a channel is kept as a keyed hash alone. */
export const createChannelTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table channel_links (
        id uuid primary key,
        identity bytea not null unique,
        channel text not null,
        person text not null,
        at timestamptz not null
      )`.execute(db)
    await sql`create index channel_links_person on channel_links (person)`.execute(db)
    // Links that were used, until they run out: each is good once.
    await sql`create table channel_links_used (id uuid primary key, until timestamptz not null)`.execute(db)
  },
}
