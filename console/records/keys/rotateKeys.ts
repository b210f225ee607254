import { setTimeout } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { ExpectedError } from '../database/ExpectedError.ts'
import type { Tables } from '../database/openDatabase.ts'
import type { MasterKey, MasterKeys } from './masterKeys.ts'
import { newestName } from './newestName.ts'
import { unwrappedBy, wrap } from './wrap.ts'

/** Held by a rotation, and shared by a backup while it takes its snapshot. */
export const rotationLock = "hashtext('return-talk key rotation')"

/** Milliseconds, long enough for a key that was just wrapped to be kept. */
const aMoment = 500

/**
 * Replaces the master key while servers go on working. What order this is done in is what keeps every key safe:
 *
 * 1. The new key is written to the file. Where that fails nothing has changed.
 * 2. Its name becomes the newest in `master_keys`. Every server asks there which one to wrap with, each time, and reads the
 *    file again for a name it does not know; it is in the file before it can be asked for.
 * 3. Every key is wrapped again. The new wrapping replaces the old one in one statement, and both masters are in the file.
 * 4. The old names are deleted from `master_keys`. Whatever is wrapped refers to its master there. So Postgres refuses this
 *    while one key is still wrapped by an old one, and waits for a transaction that is about to keep such a key: then step 3
 *    is done again. And from then on it refuses to keep a key wrapped by an old one, by however slow a server.
 * 5. Nothing can refer to the old keys any more: the file is written without them.
 *
 * Cut off anywhere, every key in use is in the file; done again, it begins with another new key and ends in the same way.
 */
export async function rotateKeys(masters: MasterKeys, db: Kysely<Tables>, moment = aMoment): Promise<number> {
  return db.connection().execute(async connection => {
    const lock = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${sql.raw(rotationLock)}) as taken`.execute(
      connection,
    )
    if (!lock.rows[0]?.taken) {
      throw new ExpectedError('The keys are being rotated, or a backup is about to begin: try again in a moment.')
    }
    try {
      return await rotated(masters, connection, moment)
    } finally {
      await sql`select pg_advisory_unlock(${sql.raw(rotationLock)})`.execute(connection)
    }
  })
}

async function rotated(masters: MasterKeys, db: Kysely<Tables>, moment: number): Promise<number> {
  // Each key in use has to be there before anything is changed.
  await newestName(masters, db)
  for (const { name } of await db.selectFrom('master_keys').select('name').execute()) await masters.named(name)
  const newest = await masters.add()
  await sql`
    insert into master_keys (name, place) select ${newest.name}, max(place) + 1 from master_keys`.execute(db)
  let count = 0
  do {
    count += await wrappedAgain(masters, newest, db)
    await setTimeout(moment)
    count += await wrappedAgain(masters, newest, db)
  } while (!(await retired(newest, db)))
  await masters.keepOnly(newest.name)
  return count
}

/** How many keys were wrapped with the newest that were not. */
async function wrappedAgain(masters: MasterKeys, newest: MasterKey, db: Kysely<Tables>): Promise<number> {
  let count = 0
  for (const row of await db.selectFrom('installation_keys').selectAll().where('master', '<>', newest.name).execute()) {
    const key = unwrappedBy(row.use, row.wrapped, await masters.named(row.master))
    await db
      .updateTable('installation_keys')
      .set(wrap(row.use, key, newest))
      .where('use', '=', row.use)
      .execute()
    count++
  }
  for (;;) {
    const rows = await db
      .selectFrom('episodes')
      .select(['id', 'wrapped', 'master'])
      .where('master', '<>', newest.name)
      .limit(500)
      .execute()
    if (rows.length === 0) return count
    for (const { id, wrapped, master } of rows) {
      if (wrapped === null || master === null) continue
      const again = wrap(id, unwrappedBy(id, wrapped, await masters.named(master)), newest)
      // Not where it was destroyed meanwhile.
      await db.updateTable('episodes').set(again).where('id', '=', id).where('master', '=', master).execute()
      count++
    }
  }
}

/** Whether no other master key may wrap any more: not where one still does. */
async function retired(newest: MasterKey, db: Kysely<Tables>): Promise<boolean> {
  try {
    await db.deleteFrom('master_keys').where('name', '<>', newest.name).execute()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return false
    throw error
  }
}
