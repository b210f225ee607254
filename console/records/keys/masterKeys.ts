import { createHmac, createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { chmod, chown, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { createWhole } from '../database/createWhole.ts'
import { ExpectedError } from '../database/ExpectedError.ts'
import { makeFolder } from '../database/makeFolder.ts'

/** A key that wraps the others, and the name by which what it wrapped is known. */
export interface MasterKey {
  /** Says which key it is and nothing about it. */
  name: string
  key: KeyObject
}

/** The master keys of this installation: they live in a file outside the database. */
export interface MasterKeys {
  /** The first of the file, as it is now: what an installation begins with. Which one wraps after that, the database says. */
  newest(): Promise<MasterKey>
  /** The key of this name; the file is read again for one that is not known, because another process may have added it. */
  named(name: string): Promise<MasterKey>
  /** Every key in the file as it is now, in its order. */
  all(): Promise<readonly MasterKey[]>
  /** Writes a new key before the others. */
  add(): Promise<MasterKey>
  /** Writes the file without every key but this one. */
  keepOnly(name: string): Promise<void>
}

/** Where the keys are, and whether they were made here beside the data, which is for trying out alone. */
export interface MasterKeyPlace {
  path: string
  besideData: boolean
}

export function masterKeyPlace({
  dataDir,
  masterKeyFile,
}: {
  dataDir: string
  masterKeyFile?: string | undefined
}): MasterKeyPlace {
  return masterKeyFile === undefined
    ? { path: join(dataDir, 'master.key'), besideData: true }
    : { path: masterKeyFile, besideData: false }
}

/**
 * Opens the file of master keys: one to a line, 32 bytes in base64, the newest first. Made at first need where it lies beside
 * the data; where the file is named it has to be there, because a new one would open nothing that was kept.
 */
export async function openMasterKeys({ path, besideData }: MasterKeyPlace): Promise<MasterKeys> {
  if (besideData) await makeAt(path)
  // A key that was seen is known for as long as the process lives: a row read before a rotation may be opened after it.
  const known = new Map<string, MasterKey>()
  const readAgain = async () => {
    const keys = await keysIn(path)
    for (const each of keys) known.set(each.name, each)
    return keys
  }
  await readAgain()
  return {
    newest: async () => first(await readAgain(), path),
    async named(name) {
      if (!known.has(name)) await readAgain()
      const found = known.get(name)
      if (found) return found
      throw new ExpectedError(
        `The master key ${name} is not in ${resolve(path)}: put the file back that was used before.`,
      )
    },
    all: readAgain,
    async add() {
      await write(path, [randomBytes(keyBytes).toString('base64'), ...(await linesIn(path))])
      return first(await readAgain(), path)
    },
    async keepOnly(name) {
      const lines = await linesIn(path)
      const kept = lines.filter(line => masterKey(line, path).name === name)
      if (kept.length === 0) throw new ExpectedError(`The master key ${name} is not in ${resolve(path)}.`)
      if (kept.length < lines.length) await write(path, kept)
    },
  }
}

const keyBytes = 32

function first(keys: readonly MasterKey[], path: string): MasterKey {
  const [newest] = keys
  if (!newest) throw new ExpectedError(`${resolve(path)} holds no key: put the file back that was used before.`)
  return newest
}

async function keysIn(path: string): Promise<MasterKey[]> {
  const keys = (await linesIn(path)).map(line => masterKey(line, path))
  first(keys, path)
  return keys
}

async function linesIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ExpectedError(
      `The master key file ${resolve(path)} cannot be read (${error.code}): see MASTER_KEY_FILE, or make one with "npm run cli -- keys new <file>".`,
    )
  })
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

function masterKey(line: string, path: string): MasterKey {
  const bytes = Buffer.from(line, 'base64')
  if (bytes.length !== keyBytes || !/^[A-Za-z0-9+/]{43}=$/.test(line)) {
    throw new ExpectedError(`${resolve(path)} has a line that is no key: a key is 32 bytes in base64, one to a line.`)
  }
  const name = createHmac('sha256', bytes).update('return-talk master key').digest('hex').slice(0, 16)
  return { name, key: createSecretKey(bytes) }
}

/** A new file with one key, for its owner alone; whoever makes it first wins. Throws an ExpectedError where it is there. */
export async function makeMasterKeyFile(path: string): Promise<MasterKey> {
  const made = await makeAt(path).catch((error: NodeJS.ErrnoException) => {
    throw new ExpectedError(`${resolve(path)} cannot be made (${error.code}).`)
  })
  if (!made) throw new ExpectedError(`${resolve(path)} is there already: a key is never written over.`)
  return first(await keysIn(path), path)
}

async function makeAt(path: string): Promise<boolean> {
  if (await stat(path).catch(() => undefined)) return false
  await makeFolder(dirname(path), 0o700)
  const isMade = await createWhole(path, `${randomBytes(keyBytes).toString('base64')}\n`, true)
  if (isMade) await flushFolder(dirname(path))
  return isMade
}

/**
 * All of it or nothing, so that a key is never half written; of the same owner and mode, so that the servers that read it go
 * on reading it where root rotates; and where a link leads, not in its place.
 */
async function write(path: string, lines: readonly string[]): Promise<void> {
  try {
    const target = await realpath(path)
    const { mode, uid, gid } = await stat(target)
    const beside = `${target}.${randomUUID()}`
    try {
      await writeFile(beside, `${lines.join('\n')}\n`, { mode: 0o600, flush: true })
      const made = await stat(beside)
      if (made.uid !== uid || made.gid !== gid) await chown(beside, uid, gid)
      await chmod(beside, mode & 0o777)
      await rename(beside, target)
    } finally {
      await rm(beside, { force: true })
    }
    await flushFolder(dirname(target))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ExpectedError(
      `The master key file ${resolve(path)} cannot be written (${code}): let whoever runs this write the file and its folder, and run it again.`,
    )
  }
}

/** So that a file that was renamed is still there after a power cut. Not every system lets a folder be opened. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
