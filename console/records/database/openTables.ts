import { ExpectedError } from './ExpectedError.ts'
import { type Database, openDatabase } from './openDatabase.ts'
import { openPostgres, type PostgresOptions } from './openPostgres.ts'

/** The tables alone, for what needs no key: nothing that is sealed can be opened, and no key is looked for or made. */
export async function openTables(options: PostgresOptions): Promise<{ database: Database; close(): Promise<void> }> {
  const postgres = await openPostgres(options)
  try {
    // A connection that breaks while it is asked throws: there is nothing more to tell.
    const database = await openDatabase(postgres.connection, () => {})
    return {
      database,
      async close() {
        await database.close()
        await postgres.close()
      },
    }
  } catch (error) {
    await postgres.close()
    const { code } = error as { code?: string }
    if (error instanceof ExpectedError || code === undefined) throw error
    throw new ExpectedError(`The database cannot be used (${code}): check DATABASE_URL, and that it may make tables.`)
  }
}
