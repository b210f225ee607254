import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createAudit } from '../console/records/audit/createAudit.ts'
import { writeBackup } from '../console/records/backup/writeBackup.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { openTables } from '../console/records/database/openTables.ts'
import { createKeys } from '../console/records/keys/createKeys.ts'
import { masterKeyPlace, openMasterKeys } from '../console/records/keys/masterKeys.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command } from './commands.ts'

/** `backup <file>`: everything, encrypted, in a new file. A server may go on meanwhile. */
export const backup: Command = async (args, { print, environment }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new ExpectedError('Name one new file to write the backup to.')
  const { dataDir, databaseUrl, masterKeyFile } = readConfig(environment)
  const masters = await openMasterKeys(masterKeyPlace({ dataDir, masterKeyFile }))
  const { database, close } = await openTables({ dataDir, databaseUrl, join: true })
  try {
    const { id, ...made } = await writeBackup(file, { database, masters, now: () => new Date() })
    const audit = createAudit(database, createKeys(masters, database))
    await audit.write({ by: 'system', act: 'backed-up', about: id, from: 'cli' })
    if (values.json) {
      print(JSON.stringify({ file: resolve(file), ...made }))
      return
    }
    print(`Backed up to ${resolve(file)}: ${made.rows} rows of ${made.tables} tables, ${made.bytes} bytes, encrypted.`)
    print(`It opens only with master key ${made.masters.join(' and ')}: keep that elsewhere than the backup.`)
    if (made.masters.length > 1)
      print('A rotation of the keys was cut off: run "keys rotate" again, then back up again.')
  } finally {
    await close()
  }
}
