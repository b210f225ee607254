import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which prompt is on an interpreter's screen, so that whoever leads the talk knows that the words have come. */
export const createInterpreterScreens: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table interpreters add column shown text`.execute(db)
  },
}
