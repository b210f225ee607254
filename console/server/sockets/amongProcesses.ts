import { createAdapter } from '@socket.io/postgres-adapter'
import type { Pool } from 'pg'

/** How the processes on one Postgres reach each other. A message that gets lost is told to `failed`. */
export function amongProcesses(pool: Pool, failed: (error: unknown) => void) {
  // The adapter keeps one connection to listen on and does not mind its errors, which would end the process.
  pool.on('connect', client => client.on('error', failed))
  return createAdapter(pool, {
    channelPrefix: 'return-talk',
    errorHandler: failed,
    // Its table is for messages too large for a notification. Ours never are, so there is none to clear.
    cleanupInterval: 2 ** 31 - 1,
  })
}
