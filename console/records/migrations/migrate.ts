import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ExpectedError } from '../database/ExpectedError.ts'
import type { Tables } from '../database/openDatabase.ts'
import { createInterviewTables } from './createInterviewTables.ts'

/** In order. One that has been released is never changed: add the next. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-interviews': createInterviewTables,
}

/** Brings the tables up to date: all or nothing, and one process at a time (Kysely takes an advisory lock). */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && error.message.includes('previously executed migration')) {
    throw new ExpectedError('The data was written by a newer Return Talk: start that version, or a newer one.')
  }
  throw error
}
