import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ExpectedError } from '../database/ExpectedError.ts'
import type { Tables } from '../database/openDatabase.ts'
import { createAuditTables } from './createAuditTables.ts'
import { createCaseReviews } from './createCaseReviews.ts'
import { createCaseTables } from './createCaseTables.ts'
import { createChannelReminders } from './createChannelReminders.ts'
import { createChannelTables } from './createChannelTables.ts'
import { createInterpreterScreens } from './createInterpreterScreens.ts'
import { createInterpreterTables } from './createInterpreterTables.ts'
import { createInterviewTables } from './createInterviewTables.ts'
import { createKeepingTables } from './createKeepingTables.ts'
import { createLinkedIndex } from './createLinkedIndex.ts'
import { createMasterKeyTable } from './createMasterKeyTable.ts'
import { createPeopleTables } from './createPeopleTables.ts'
import { createPracticeTables } from './createPracticeTables.ts'
import { createSsoTables } from './createSsoTables.ts'
import { createWordTables } from './createWordTables.ts'

/** In order. One that has been released is never changed: add the next. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-sealed-interviews': createInterviewTables,
  '002-audit': createAuditTables,
  '003-people': createPeopleTables,
  '003-master-keys': createMasterKeyTable,
  '004-interpreters': createInterpreterTables,
  '004-channels': createChannelTables,
  '004-keeping': createKeepingTables,
  '005-single-sign-on': createSsoTables,
  '006-words': createWordTables,
  '006-interpreter-screens': createInterpreterScreens,
  '007-cases': createCaseTables,
  '008-linked-episodes': createLinkedIndex,
  '009-channel-reminders': createChannelReminders,
  '010-case-reviews': createCaseReviews,
  '011-practice': createPracticeTables,
}

/** Brings the tables up to date: all or nothing, and one process at a time (Kysely takes an advisory lock). */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && error.message.includes('previously executed migration')) {
    throw new ExpectedError(
      'The data was written by another version of Return Talk: start that version, or set DATA_DIR to a new folder.',
    )
  }
  throw error
}
