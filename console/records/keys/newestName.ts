import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/openDatabase.ts'
import type { MasterKeys } from './masterKeys.ts'

/**
 * Which master key wraps from now on. The database says, asked each time, so that no server goes on with one that another
 * process has replaced; a database that has none yet begins with the first of the file.
 */
export async function newestName(masters: Pick<MasterKeys, 'newest'>, db: Kysely<Tables>): Promise<string> {
  for (;;) {
    const row = await db.selectFrom('master_keys').select('name').orderBy('place', 'desc').limit(1).executeTakeFirst()
    if (row) return row.name
    const { name } = await masters.newest()
    // Of two processes that begin at once one takes the place.
    await sql`
      insert into master_keys (name, place) select ${name}, 1 where not exists (select from master_keys)
      on conflict do nothing`.execute(db)
  }
}
