import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createAudit } from '../console/records/audit/createAudit.ts'
import { openedHeader, restoreBackup } from '../console/records/backup/restoreBackup.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { openTables } from '../console/records/database/openTables.ts'
import { createKeys } from '../console/records/keys/createKeys.ts'
import { masterKeyPlace, openMasterKeys } from '../console/records/keys/masterKeys.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command } from './commands.ts'
import { faultsOf, verifiedRecords } from './verify.ts'

/** `restore <file>`: a backup into an empty place, all of it or nothing; then checks what was restored. */
export const restore: Command = async (args, { print, environment }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new ExpectedError('Name the backup to restore.')
  const { dataDir, databaseUrl, masterKeyFile } = readConfig(environment)
  // Never made here: a new one would open nothing.
  const masters = await openMasterKeys({ ...masterKeyPlace({ dataDir, masterKeyFile }), besideData: false })
  await openedHeader(file, masters)
  const { database, close } = await openTables({ dataDir, databaseUrl })
  try {
    const { id, ...restored } = await restoreBackup(file, { database, masters })
    const records = await verifiedRecords(database)
    const audit = createAudit(database, createKeys(masters, database))
    const faults = [...records.faults, ...faultsOf(await audit.verify())]
    await audit.write({ by: 'system', act: 'restored', about: id, from: 'cli' })
    const { interviews, events } = records
    if (values.json) {
      print(JSON.stringify({ file: resolve(file), ...restored, whole: faults.length === 0, interviews, events }))
    } else {
      print(`Restored ${restored.rows} rows of ${restored.tables} tables, as they were at ${restored.madeAt}.`)
      if (faults.length === 0) print(`Whole: ${interviews} interviews, ${events} events, and the audit.`)
    }
    if (faults.length > 0) throw new ExpectedError(`It is as it was backed up, but:\n${faults.join('\n')}`)
  } finally {
    await close()
  }
}
