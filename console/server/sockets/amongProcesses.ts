import { createAdapter } from '@socket.io/postgres-adapter'
import type { Pool } from 'pg'
import { createSerialQueues } from '../../records/serialQueues.ts'

/** How the processes on one Postgres reach each other. A message that gets lost is told to `failed`. */
export function amongProcesses(pool: Pool, failed: (error: unknown) => void) {
  const queues = createSerialQueues()
  // All of a pool that the adapter uses. One message after another: over several connections they would overtake.
  const given = {
    query: (text: string, values?: unknown[]) => queues.inTurn('messages', () => pool.query(text, values)),
    connect: () => connectionOf(pool, failed),
  } as unknown as Pool
  return createAdapter(given, {
    channelPrefix: 'return-talk',
    errorHandler: failed,
    // Its table is for messages too large for a notification. Ours never are, so there is none to clear.
    cleanupInterval: 2 ** 31 - 1,
  })
}

/**
 * The connection the adapter listens on. When it breaks the adapter takes another, but neither minds the error, which
 * would end the process, nor gives the broken one back, so that the pool would run dry and never close.
 */
async function connectionOf(pool: Pool, failed: (error: unknown) => void) {
  const client = await pool.connect()
  client.on('error', failed)
  client.on('end', () => client.release(true))
  return client
}
