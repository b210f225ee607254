import type { Database } from '../database/openDatabase.ts'
import { isThereLocked } from './isThereLocked.ts'

/**
 * Destroys the episode's key and all that names someone, in one transaction. Answers with its interviews, or why not: all
 * of it, or nothing. What was said stays in its rows, sealed with a key that nobody has, so that the chains stay whole.
 */
export async function eraseEpisode(
  { db }: Pick<Database, 'db'>,
  episode: string,
): Promise<readonly string[] | 'held' | 'unknown-interview'> {
  return db.transaction().execute(async tx => {
    // A hold that is being laid on it is waited for, and seen by the next statement.
    if (!(await isThereLocked(tx, episode))) return 'unknown-interview'
    const held = await tx
      .selectFrom('holds')
      .select('id')
      .where('episode', '=', episode)
      .where('released_at', 'is', null)
      .executeTakeFirst()
    if (held) return 'held'
    await tx
      .updateTable('episodes')
      .set(({ fn }) => ({ wrapped: null, master: null, destroyed_at: fn<Date>('clock_timestamp') }))
      .where('id', '=', episode)
      .execute()
    const rows = await tx
      .updateTable('interviews')
      .set({ known_as: null })
      .where('episode', '=', episode)
      .returning('id')
      .execute()
    const interviews = rows.map(({ id }) => id)
    // The case's codes and hashes stay; it is on nobody's desk, and reminds nobody.
    await tx
      .updateTable('case_lines')
      .set({ known_as: null, state: 'erased', remind_at: null })
      .where('episode', '=', episode)
      .execute()
    await tx.deleteFrom('case_names').where('episode', '=', episode).execute()
    await tx.deleteFrom('case_reminders').where('episode', '=', episode).execute()
    await tx
      .updateTable('broken_glass')
      .set({ reason: Buffer.alloc(0) })
      .where('episode', '=', episode)
      .execute()
    await tx.updateTable('holds').set({ reason: null }).where('episode', '=', episode).execute()
    if (interviews.length === 0) return []
    await tx.deleteFrom('names').where('interview', 'in', interviews).execute()
    await tx.deleteFrom('conversations').where('interview', 'in', interviews).execute()
    await tx.deleteFrom('exports').where('interview', 'in', interviews).execute()
    await tx.deleteFrom('interpreter_codes').where('interview', 'in', interviews).execute()
    await tx
      .updateTable('interpreters')
      .set(({ fn }) => ({ ended_at: fn<Date>('clock_timestamp') }))
      .where('interview', 'in', interviews)
      .where('ended_at', 'is', null)
      .execute()
    return interviews
  })
}
