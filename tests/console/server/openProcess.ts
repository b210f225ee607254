import type { PoolConfig } from 'pg'
import type { InterviewsServices } from '../../../console/records/createInterviews.ts'
import { openDatabase } from '../../../console/records/database/openDatabase.ts'
import { storedInterviews } from '../../support/storedInterviews.ts'
import { openConsole } from './openConsole.ts'

/** One of several processes of the console on one Postgres, which tell each other what they commit. */
export async function openProcess(connection: PoolConfig, other: Partial<InterviewsServices> = {}) {
  const database = await openDatabase(connection, () => {})
  const interviews = storedInterviews(database, other)
  const at = await openConsole(interviews, database, { adapterPool: database.pool })
  return {
    database,
    interviews,
    at,
    async close() {
      await at.close()
      await database.close()
    },
  }
}
export type Process = Awaited<ReturnType<typeof openProcess>>
