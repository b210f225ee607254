import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createAudit } from '../console/records/audit/createAudit.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { openTables } from '../console/records/database/openTables.ts'
import { createKeys, type Keys } from '../console/records/keys/createKeys.ts'
import { makeMasterKeyFile, masterKeyPlace, openMasterKeys } from '../console/records/keys/masterKeys.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command, Surroundings } from './commands.ts'

/** `keys new <file>`, `keys rotate`, `keys list`: the master keys. NB: names of keys are printed, and never a key. */
export const keys: Command = async (args, surroundings) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [what, file, ...others] = positionals
  const isNew = what === 'new' && file !== undefined && others.length === 0
  const isOther = (what === 'rotate' || what === 'list') && file === undefined
  if (!isNew && !isOther) throw new ExpectedError('Say which: keys new <file>, keys rotate, or keys list.')
  const json = values.json === true
  if (isNew) await make(file, json, surroundings)
  else await withKeys(surroundings, what === 'rotate' ? rotated(json, surroundings) : listed(json, surroundings))
}

async function make(file: string, json: boolean, { print }: Surroundings): Promise<void> {
  const { name } = await makeMasterKeyFile(file)
  print(
    json
      ? JSON.stringify({ file: resolve(file), master: name })
      : `Made master key ${name} in ${resolve(file)}. Keep a copy of it in a safe place: without it nothing can ever be read again.`,
  )
}

type Use = (keys: Keys, audit: ReturnType<typeof createAudit>) => Promise<void>

/** On the running server's database, or on one that is started for it. */
async function withKeys({ environment }: Surroundings, use: Use): Promise<void> {
  const { dataDir, databaseUrl, masterKeyFile } = readConfig(environment)
  const masters = await openMasterKeys(masterKeyPlace({ dataDir, masterKeyFile }))
  const { database, close } = await openTables({ dataDir, databaseUrl, join: true })
  try {
    const opened = createKeys(masters, database)
    await use(opened, createAudit(database, opened))
  } finally {
    await close()
  }
}

const rotated =
  (json: boolean, { print }: Surroundings): Use =>
  async (opened, audit) => {
    const wrapped = await opened.rotate()
    const newest = (await opened.list()).find(each => each.newest)?.name
    await audit.write({
      by: 'system',
      act: 'keys-rotated',
      ...(newest === undefined ? {} : { about: newest }),
      from: 'cli',
    })
    print(
      json
        ? JSON.stringify({ master: newest, wrapped })
        : `Master key ${newest} is new: ${wrapped} keys were wrapped with it again, and the old one is no longer in the file.\nKeep a copy of the file now, and the old copy for as long as you keep backups made before.`,
    )
  }

const listed =
  (json: boolean, { print }: Surroundings): Use =>
  async opened => {
    for (const each of await opened.list()) {
      const { name, newest, inFile, wraps } = each
      const state = inFile ? (newest ? 'newest' : 'in the file') : 'MISSING from the file'
      print(json ? JSON.stringify(each) : `${name}  ${state}, wraps ${wraps} keys`)
    }
  }
