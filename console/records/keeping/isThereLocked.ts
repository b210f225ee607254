import type { Transaction } from 'kysely'
import type { Tables } from '../database/openDatabase.ts'

/** Whether the episode's words are still there. It is locked until the transaction ends: a hold and an erasure wait for each other. */
export async function isThereLocked(tx: Transaction<Tables>, episode: string): Promise<boolean> {
  const there = await tx
    .selectFrom('episodes')
    .select('id')
    .where('id', '=', episode)
    .where('destroyed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return there !== undefined
}
