import type { Database } from '../database/openDatabase.ts'

/** For how long another process may go on serving what it holds in memory of an erased episode. */
export const noticedWithinMs = 5_000

/**
 * Forgets what other processes erase. It asks the database, because `cli retention` has no sockets to tell it by, and because
 * no turn may wait for another query. What was read just before is kept just after: so each is forgotten for a minute.
 */
export function followErasures(
  { pool }: Pick<Database, 'pool'>,
  forget: (id: string) => void,
  failed: (error: unknown) => void,
  everyMs = noticedWithinMs,
): { stop(): void } {
  // As the database tells the time; the first time an hour is looked back, in case it cannot be asked for a while.
  let since: string | undefined
  let asking = false

  async function ask(): Promise<void> {
    asking = true
    try {
      const { rows } = await pool.query<{ now: string; ids: string[] }>({
        name: 'erased',
        text,
        values: [since],
      })
      for (const id of new Set(rows[0]?.ids)) if (id) forget(id)
      since = rows[0]?.now
    } catch (error) {
      failed(error)
    } finally {
      asking = false
    }
  }

  const timer = setInterval(() => {
    if (!asking) void ask()
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

const text = `
  select now()::text as now, array(
    select unnest(array[episodes.id, interviews.id])::text
    from episodes left join interviews on interviews.episode = episodes.id
    where destroyed_at > coalesce($1::timestamptz, now() - interval '1 hour') - interval '1 minute'
  ) as ids`
