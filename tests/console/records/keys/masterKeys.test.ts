import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeMasterKeyFile, masterKeyPlace, openMasterKeys } from '../../../../console/records/keys/masterKeys.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-talk-keys-'))
  path = join(folder, 'master.key')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const opened = () => openMasterKeys({ path, besideData: false })

describe('makeMasterKeyFile', () => {
  it('makes a file with one key, for its owner alone', async () => {
    const { name } = await makeMasterKeyFile(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(Buffer.from(await readFile(path, 'utf8'), 'base64')).toHaveLength(32)
    expect(await (await opened()).newest()).toMatchObject({ name })
    expect(await readdir(folder)).toEqual(['master.key'])
  })

  it('never writes over what is there, not even when many make it at once', async () => {
    const made = await Promise.allSettled(Array.from({ length: 20 }, () => makeMasterKeyFile(path)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const before = await readFile(path)
    await expect(makeMasterKeyFile(path)).rejects.toThrow('is there already')
    expect(await readFile(path)).toEqual(before)
  })
})

describe('openMasterKeys', () => {
  it('makes a file beside the data, once, and never one that was named', async () => {
    const place = masterKeyPlace({ dataDir: folder })
    const [one, two] = await Promise.all([openMasterKeys(place), openMasterKeys(place)])
    expect((await one.newest()).name).toBe((await two.newest()).name)
    const named = masterKeyPlace({ dataDir: folder, masterKeyFile: join(folder, 'other.key') })
    await expect(openMasterKeys(named)).rejects.toThrow(/cannot be read \(ENOENT\).+keys new/)
    expect(await readdir(folder)).toEqual(['master.key'])
  })

  it.each([
    ['no line', ''],
    ['a key too short', Buffer.alloc(31).toString('base64')],
    ['words', 'MARKED'],
    ['a key and then words', `${Buffer.alloc(32).toString('base64')}\nMARKED\n`],
  ])('refuses a file with %s in a sentence that quotes none of it', async (_, content) => {
    await writeFile(path, content)
    const error = await opened().catch((each: Error) => each)
    expect(error).toMatchObject({ name: 'ExpectedError', message: expect.not.stringContaining('MARKED') })
  })

  it('finds a key that another process added, and knows one that another process dropped', async () => {
    await makeMasterKeyFile(path)
    const [one, other] = [await opened(), await opened()]
    const old = await one.newest()
    const added = await other.add()
    expect((await one.named(added.name)).key.equals(added.key)).toBe(true)
    await other.keepOnly(added.name)
    // A row it read before may still have to be opened.
    expect((await one.named(old.name)).key.equals(old.key)).toBe(true)
    expect((await one.newest()).name).toBe(added.name)
    await expect((await opened()).named(old.name)).rejects.toThrow('put the file back')
  })

  it('keeps the file’s mode, and a link a link', async () => {
    const real = join(folder, 'real.key')
    await makeMasterKeyFile(real)
    await chmod(real, 0o640)
    await symlink(real, path)
    await (await opened()).add()
    expect((await lstat(path)).isSymbolicLink()).toBe(true)
    expect((await stat(real)).mode & 0o777).toBe(0o640)
    expect((await readFile(real, 'utf8')).trim().split('\n')).toHaveLength(2)
    expect((await readdir(folder)).toSorted()).toEqual(['master.key', 'real.key'])
  })

  it.runIf(process.getuid?.() === 0)('leaves the file to its owner where root writes it', async () => {
    const { chown } = await import('node:fs/promises')
    await makeMasterKeyFile(path)
    await chown(path, 65_534, 65_534)
    await (await opened()).add()
    expect(await stat(path)).toMatchObject({ uid: 65_534, gid: 65_534 })
  })

  it('refuses to leave a file with none of its keys', async () => {
    await makeMasterKeyFile(path)
    const before = await readFile(path)
    await expect((await opened()).keepOnly('nothing')).rejects.toThrow('is not in')
    expect(await readFile(path)).toEqual(before)
  })
})
