import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { createKeys } from '../../console/records/keys/createKeys.ts'
import { masterKeyPlace, openMasterKeys } from '../../console/records/keys/masterKeys.ts'
import { type Accounts, createAccounts } from '../../console/records/people/createAccounts.ts'
import { createTokens } from '../../console/server/identity/tokens.ts'
import { freshConnection } from '../support/database.ts'
import { cli } from './running.ts'

let database: Database
let accounts: Accounts
let dataDir: string
let environment: Record<string, string>
beforeEach(async () => {
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  accounts = createAccounts(database, () => new Date())
  dataDir = await mkdtemp(join(tmpdir(), 'return-talk-token-'))
  const { host = '', user = '', port = 5432, database: name = '' } = connection
  const query = new URLSearchParams({ host, user: String(user), port: String(port) })
  environment = { DATABASE_URL: `postgres:///${name}?${query.toString()}`, DATA_DIR: dataDir }
})
afterEach(async () => {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
})

const token = (as: string) => cli(['token', '--as', as], '', environment)

describe('a token from the command line', () => {
  it('is for somebody with an account, and is in the audit', async () => {
    const sam = { name: 'Sam', signInName: 'sam', password: null, role: 'manager', team: 'north' } as const
    const id = (await accounts.make(sam)) ?? ''
    const { code, output, errors } = await token(id)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const keys = createKeys(await openMasterKeys(masterKeyPlace({ dataDir })), database)
    const tokens = createTokens((await keys.forUse('tokens')).export())
    expect(await tokens.personOf(output.trim())).toEqual({ id, role: 'manager' })
    const audited = await database.db.selectFrom('audit').select(['act', 'about', 'from']).execute()
    expect(audited).toEqual([{ act: 'token-issued', about: id, from: 'cli' }])

    await accounts.change(id, { state: 'suspended' }, { id: 'administrator', isReady: true })
    expect(await token(id)).toMatchObject({ code: 1, output: '' })
  })

  it('is for nobody whose account is not there', async () => {
    const { code, errors } = await token(randomUUID())
    expect(code).toBe(1)
    expect(errors).toContain('--as the id')
    expect(await database.db.selectFrom('audit').select('act').execute()).toEqual([])
  })
})
