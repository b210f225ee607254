import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the coordinator has still to look at, and what was sent back, found without going through all that is open. */
export const createCaseReviews: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Nobody could write down a review before: every talk that was held is still to be looked at.
    await sql`
      update case_lines set line = line || '{"toReview": true}'
      where state = 'open' and exists (
        select from jsonb_array_elements(line -> 'times') as times where times ->> 'held' is not null
      )`.execute(db)
    for (const [name, is] of [
      ['to_review', sql`(line ->> 'toReview') = 'true'`],
      ['sent_back', sql`(line ->> 'sentBack') > '0'`],
    ] as const) {
      const order = sql`next_due, undated desc, opened_at desc`
      await sql`
        create index ${sql.ref(`case_lines_${name}_worker`)} on case_lines (worker, ${order})
        where state = 'open' and ${is}`.execute(db)
      await sql`
        create index ${sql.ref(`case_lines_${name}_team`)} on case_lines (team, ${order})
        where state = 'open' and ${is} and not restricted`.execute(db)
    }
  },
}
