import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { ExpectedError } from './ExpectedError.ts'
import { postmasterFile } from './postmasterFile.ts'
import { isAlive } from './processes.ts'

/** Where to reach the Postgres that another process of ours runs in this folder, waiting for it while it starts. */
export async function runningIn(folder: string): Promise<PoolConfig> {
  const until = Date.now() + 20_000
  while (Date.now() < until) {
    const file = await postmasterFile(join(folder, 'cluster'))
    if (file?.ready && isAlive(file.pid)) return connectionTo(file.socketFolder)
    await setTimeout(50)
  }
  throw new ExpectedError('Return Talk is starting or stopping in this data folder: try again in a moment.')
}

/** Nobody but the folder's owner can reach the socket, so no password is asked. */
export const connectionTo = (socketFolder: string): PoolConfig => ({
  host: socketFolder,
  port: 5432,
  user: 'postgres',
  database: 'postgres',
})
