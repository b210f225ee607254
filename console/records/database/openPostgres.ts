import { join } from 'node:path'
import type { PoolConfig } from 'pg'
import { ExpectedError } from './ExpectedError.ts'
import { lockDataFolder } from './lockDataFolder.ts'
import { prepareCluster } from './prepareCluster.ts'
import { runningIn } from './runningIn.ts'
import { startCluster } from './startCluster.ts'
import { stopLeftOver } from './stopLeftOver.ts'

export interface PostgresOptions {
  dataDir: string
  /** Yours, where you have one: nothing is started then. */
  databaseUrl?: string | undefined
  /** Whether to use the Postgres of a Return Talk that runs on the same data folder, instead of refusing. */
  join?: boolean
}

export interface OpenedPostgres {
  connection: PoolConfig
  /** Settles, with a sentence, when Postgres stops without having been asked to. Never for one that is not ours. */
  died: Promise<string>
  close(): Promise<void>
}

/**
 * A Postgres to connect to: yours, or our own in the data folder, started here and stopped by `close`. Throws an
 * ExpectedError that says what to do where there can be none.
 */
export async function openPostgres({ dataDir, databaseUrl, join: joins }: PostgresOptions): Promise<OpenedPostgres> {
  if (databaseUrl !== undefined) return notOurs({ connectionString: databaseUrl })
  const folder = join(dataDir, 'postgres')
  const lock = await lockDataFolder(dataDir, joins ? () => runningIn(folder) : undefined)
  if (!lock.taken) return notOurs(lock.instead)
  try {
    await stopLeftOver(folder)
    const cluster = await prepareCluster(folder)
    const started = await startCluster(cluster)
    return {
      connection: started.connection,
      died: started.died,
      async close() {
        await started.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof ExpectedError || code === undefined) throw error
    throw new ExpectedError(
      `Postgres' folder ${folder} cannot be used (${code}): run Return Talk as whoever ran it there first, or set DATA_DIR.`,
    )
  }
}

const notOurs = (connection: PoolConfig): OpenedPostgres => ({
  connection,
  died: new Promise(() => {}),
  close: async () => {},
})
