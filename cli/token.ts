import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createAudit } from '../console/records/audit/createAudit.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { openTables } from '../console/records/database/openTables.ts'
import { createKeys } from '../console/records/keys/createKeys.ts'
import { masterKeyPlace, openMasterKeys } from '../console/records/keys/masterKeys.ts'
import { createAccounts } from '../console/records/people/createAccounts.ts'
import { readConfig } from '../console/server/config.ts'
import { readyPeople } from '../console/server/identity/people.ts'
import { createTokens, type TokenHolder } from '../console/server/identity/tokens.ts'
import type { Command } from './commands.ts'

/**
 * `token --as <id>`: a bearer token on the last line, for one of the ready people of the demo by role, or for someone with an
 * account by its id. That it was issued is in the audit.
 */
export const token: Command = async (args, { print, environment }) => {
  const options = { as: { type: 'string' }, json: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const ready = readyPeople.find(({ role }) => role === values.as)
  const account = z.uuid().safeParse(values.as)
  if (!ready && !account.success) throw new ExpectedError(whom)
  const { dataDir, databaseUrl, masterKeyFile } = readConfig(environment)
  const { database, close } = await openTables({ dataDir, databaseUrl, join: true })
  try {
    const masters = await openMasterKeys(masterKeyPlace({ dataDir, masterKeyFile }))
    const now = () => new Date()
    const found = account.success ? await createAccounts(database, now).of(account.data) : undefined
    const person: TokenHolder | undefined = ready ?? (found?.state === 'active' ? found : undefined)
    if (!person) throw new ExpectedError(whom)
    const keys = createKeys(masters, database)
    const tokens = createTokens((await keys.forUse('tokens')).export())
    const audit = createAudit(database, keys, now)
    await audit.write({ by: 'system', act: 'token-issued', about: person.id, from: 'cli' })
    const issued = await tokens.issue(person)
    print(values.json ? JSON.stringify({ token: issued }) : issued)
  } finally {
    await close()
  }
}

const whom = `Say who it is for, --as the id of someone with an account who is not suspended, or in the demo one of: ${readyPeople.map(({ role }) => role).join(', ')}.`
