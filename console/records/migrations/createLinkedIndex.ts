import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** So that it is found which cases name an episode as the same young person's: a link is read both ways. */
export const createLinkedIndex: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create index case_events_linked on case_events ((body ->> 'episode')) where body ->> 'type' = 'linked'`.execute(
      db,
    )
  },
}
