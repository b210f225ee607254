import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { PoolConfig } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../../console/records/database/openDatabase.ts'
import { createKeys, type Keys, type WrappedKey } from '../../../../console/records/keys/createKeys.ts'
import { type MasterKeys, makeMasterKeyFile, openMasterKeys } from '../../../../console/records/keys/masterKeys.ts'
import { rotateKeys } from '../../../../console/records/keys/rotateKeys.ts'
import { freshConnection } from '../../../support/database.ts'

let folder: string
let path: string
let connection: PoolConfig
let databases: Database[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-talk-keys-'))
  path = join(folder, 'master.key')
  await makeMasterKeyFile(path)
  connection = await freshConnection()
  databases = []
})
afterEach(async () => {
  await Promise.all(databases.map(each => each.close()))
  await rm(folder, { recursive: true, force: true })
})

interface Process {
  keys: Keys
  masters: MasterKeys
  database: Database
}

/** As another process would have it: a pool and a list of master keys of its own. */
async function started(): Promise<Process> {
  const database = await openDatabase(connection, () => {})
  databases.push(database)
  const masters = await openMasterKeys({ path, besideData: false })
  return { keys: createKeys(masters, database), masters, database }
}

const keep = ({ database }: Process, id: string, { wrapped, master }: WrappedKey) =>
  database.db
    .insertInto('episodes')
    .values({ id, worker: 'robin', team: 'demo', restricted: false, wrapped, master, opened_at: new Date() } as never)
    .execute()

/** A new episode, as a server begins one: made again where its master key was retired in between. */
async function begun(process: Process, pause = 0): Promise<{ id: string; secret: string }> {
  for (;;) {
    const id = randomUUID()
    const { key, ...wrapped } = await process.keys.makeFor(id)
    if (pause > 0) await setTimeout(pause)
    const kept = await keep(process, id, wrapped).catch((error: { code?: string }) => error.code)
    if (kept !== '23503') return { id, secret: key.export().toString('hex') }
  }
}

async function secretOf({ keys, database }: Process, id: string): Promise<string> {
  const row = await database.db.selectFrom('episodes').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const key = await keys.unwrap(id, { wrapped: row.wrapped as Buffer, master: row.master as string })
  return key.export().toString('hex')
}

async function expectAllToOpen(episodes: readonly { id: string; secret: string }[]): Promise<void> {
  // A server that starts now knows only what is in the file now.
  const later = await started()
  for (const { id, secret } of episodes) expect(await secretOf(later, id)).toBe(secret)
}

const keysInFile = async () => (await readFile(path, 'utf8')).trim().split('\n').length

describe('forUse', () => {
  it('gives each use its own key, the same to every process, however many ask first', async () => {
    const processes = await Promise.all([started(), started(), started()])
    const asked = await Promise.all(processes.flatMap(({ keys }) => [keys.forUse('names'), keys.forUse('names')]))
    expect(new Set(asked.map(key => key.export().toString('hex'))).size).toBe(1)
    const other = await (await started()).keys.forUse('audit')
    expect(asked.some(key => key.equals(other))).toBe(false)
  })

  it('does not open one use’s key as another’s', async () => {
    const { keys, database } = await started()
    await keys.forUse('names')
    await database.pool.query(
      "insert into installation_keys (use, wrapped, master) select 'audit', wrapped, master from installation_keys",
    )
    await expect(keys.forUse('audit')).rejects.toThrow('cannot be opened')
  })
})

describe('makeFor', () => {
  it('makes a key that opens as that episode’s and no other’s', async () => {
    const { keys } = await started()
    const [id, other] = [randomUUID(), randomUUID()]
    const { key, ...wrapped } = await keys.makeFor(id)
    expect((await keys.unwrap(id, wrapped)).equals(key)).toBe(true)
    await expect(keys.unwrap(other, wrapped)).rejects.toThrow('cannot be opened')
  })

  it('says to put the file back where it is another one than before', async () => {
    const one = await started()
    await begun(one)
    await rm(path)
    await makeMasterKeyFile(path)
    const other = await started()
    await expect(other.keys.makeFor(randomUUID())).rejects.toThrow('put the file back')
  })
})

describe('rotate', () => {
  it('wraps every key again and leaves one master key, while every process goes on', async () => {
    const [one, other] = [await started(), await started()]
    const names = await one.keys.forUse('names')
    const before = [await begun(one), await begun(other)]
    const old = (await one.masters.newest()).name
    expect(await one.keys.rotate()).toBe(3)
    expect(await keysInFile()).toBe(1)
    const after = [await begun(one), await begun(other)]
    for (const { id, secret } of [...before, ...after]) expect(await secretOf(other, id)).toBe(secret)
    await expectAllToOpen([...before, ...after])
    expect((await (await started()).keys.forUse('names')).equals(names)).toBe(true)
    const newest = (await other.masters.newest()).name
    expect(newest).not.toBe(old)
    expect(await other.keys.list()).toEqual([{ name: newest, newest: true, inFile: true, wraps: 5 }])
  })

  it('leaves a destroyed key destroyed', async () => {
    const one = await started()
    const { id } = await begun(one)
    await one.database.pool.query(
      'update episodes set wrapped = null, master = null, destroyed_at = now() where id = $1',
      [id],
    )
    await one.keys.rotate()
    const { rows } = await one.database.pool.query('select wrapped, master from episodes')
    expect(rows).toEqual([{ wrapped: null, master: null }])
  })

  it('waits for a transaction that is about to keep a key under the old one', async () => {
    const [one, slow] = [await started(), await started()]
    const id = randomUUID()
    const { key, wrapped, master } = await slow.keys.makeFor(id)
    const client = await slow.database.pool.connect()
    await client.query('begin')
    await client.query(
      "insert into episodes (id, worker, team, wrapped, master, opened_at) values ($1, 'w', 't', $2, $3, now())",
      [id, wrapped, master],
    )
    const rotation = rotateKeys(one.masters, one.database.db, 0)
    expect(await Promise.race([rotation, setTimeout(300, 'waits')])).toBe('waits')
    await client.query('commit')
    client.release()
    expect(await rotation).toBe(1)
    await expectAllToOpen([{ id, secret: key.export().toString('hex') }])
  })

  it('leaves no key to be kept under the old one afterwards, however slow a server is', async () => {
    const [one, slow] = [await started(), await started()]
    const id = randomUUID()
    const made = await slow.keys.makeFor(id)
    await one.keys.rotate()
    await expect(keep(slow, id, made)).rejects.toMatchObject({ code: '23503' })
    await expectAllToOpen([await begun(slow)])
  })

  it('is done by one process at a time', async () => {
    const [one, other] = [await started(), await started()]
    await begun(one)
    const both = await Promise.allSettled([one.keys.rotate(), other.keys.rotate()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'ExpectedError', message: expect.stringContaining('being rotated') },
    })
    await other.keys.rotate()
  })

  it('changes nothing where the file cannot be written', async () => {
    const one = await started()
    const episode = await begun(one)
    const refusing: MasterKeys = { ...one.masters, add: () => Promise.reject(new Error('EROFS')) }
    const before = await one.keys.list()
    await expect(rotateKeys(refusing, one.database.db, 0)).rejects.toThrow('EROFS')
    expect(await one.keys.list()).toEqual(before)
    await expectAllToOpen([episode])
  })

  it('does not begin where a key in use is not in the file', async () => {
    const one = await started()
    await begun(one)
    await one.database.pool.query("insert into master_keys values ('missing', 0)")
    await expect(one.keys.rotate()).rejects.toThrow('put the file back')
    expect(await keysInFile()).toBe(1)
  })

  // Wherever it stops: after so many of the calls it makes.
  it.each(Array.from({ length: 16 }, (_, calls) => calls))(
    'cut off after %i steps, is finished by the next one',
    async calls => {
      const one = await started()
      const episodes = [await begun(one), await begun(one), await begun(one)]
      let left = calls
      const step =
        <Of extends unknown[], To>(does: (...of: Of) => Promise<To>, after: boolean) =>
        async (...of: Of): Promise<To> => {
          if (left-- === 0) throw new Error('cut off')
          const done = await does(...of)
          if (after && left-- === 0) throw new Error('cut off')
          return done
        }
      const cut: MasterKeys = {
        ...one.masters,
        named: step(one.masters.named, false),
        add: step(one.masters.add, true),
        keepOnly: step(one.masters.keepOnly, true),
      }
      await rotateKeys(cut, one.database.db, 0).catch((error: Error) => expect(error.message).toBe('cut off'))
      episodes.push(await begun(one))
      await expectAllToOpen(episodes)
      const next = await started()
      await rotateKeys(next.masters, next.database.db, 0)
      expect(await keysInFile()).toBe(1)
      expect(await next.keys.list()).toEqual([{ name: expect.any(String), newest: true, inFile: true, wraps: 4 }])
      await expectAllToOpen(episodes)
    },
  )

  it('loses no key, whatever is begun, however slowly, during however many rotations', {
    timeout: 90_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ by: fc.nat(1), at: fc.integer({ min: 0, max: 400 }), pause: fc.integer({ min: 0, max: 150 }) }),
          { minLength: 5, maxLength: 25 },
        ),
        fc.array(fc.nat(15), { minLength: 1, maxLength: 4 }),
        async (beginnings, rotations) => {
          const processes = [await started(), await started()] as const
          const episodes = beginnings.map(async ({ by, at, pause }) => {
            await setTimeout(at)
            return begun(processes[by as 0 | 1], pause)
          })
          for (const moment of rotations) {
            // A process of its own each time, which knows only what is in the file.
            const { masters, database } = await started()
            await rotateKeys(masters, database.db, moment)
          }
          const all = await Promise.all(episodes)
          await expectAllToOpen(all)
          for (const { id, secret } of all) {
            for (const each of processes) expect(await secretOf(each, id)).toBe(secret)
          }
          expect(await keysInFile()).toBe(1)
          await Promise.all(databases.splice(0).map(each => each.close()))
        },
      ),
      { numRuns: 8 },
    )
  })
})
