import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { createKeys } from '../../console/records/keys/createKeys.ts'
import { openMasterKeys } from '../../console/records/keys/masterKeys.ts'
import { freshConnection } from '../support/database.ts'
import { cli } from './running.ts'

let folder: string
let path: string
let database: Database
let environment: { DATABASE_URL: string; MASTER_KEY_FILE: string; DATA_DIR: string }
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-talk-keys-'))
  path = join(folder, 'master.key')
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  const { host = '', user = '', port = 5432, database: name = '' } = connection
  const query = new URLSearchParams({ host, user: String(user), port: String(port) })
  environment = { DATABASE_URL: `postgres:///${name}?${query}`, MASTER_KEY_FILE: path, DATA_DIR: folder }
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const keys = (...args: string[]) => cli(['keys', ...args], '', environment)
const opened = async () => createKeys(await openMasterKeys({ path, besideData: false }), database)
const linesIn = async () => (await readFile(path, 'utf8')).trim().split('\n')

/** So many episodes, with their keys as they were made. */
async function episodes(count: number): Promise<Map<string, string>> {
  const made = await opened()
  const secrets = new Map<string, string>()
  const rows = []
  for (let number = 0; number < count; number++) {
    const id = randomUUID()
    const { key, wrapped, master } = await made.makeFor(id)
    secrets.set(id, key.export().toString('hex'))
    rows.push({ id, wrapped: wrapped.toString('hex'), master })
  }
  await database.pool.query(
    `insert into episodes (id, worker, team, wrapped, master, opened_at)
      select id, 'robin', 'demo', decode(wrapped, 'hex'), master, now()
      from json_to_recordset($1) as made (id uuid, wrapped text, master text)`,
    [JSON.stringify(rows)],
  )
  return secrets
}

async function expectAllToOpen(secrets: ReadonlyMap<string, string>): Promise<void> {
  const later = await opened()
  const { rows } = await database.pool.query('select id, wrapped, master from episodes')
  const open = await Promise.all(
    rows.map(async each => [each.id, (await later.unwrap(each.id, each)).export().toString('hex')] as const),
  )
  expect(new Map(open)).toEqual(secrets)
}

describe('keys', () => {
  it('new makes a file that is its owner’s alone, once', async () => {
    const made = await keys('new', path)
    expect(made).toMatchObject({ code: 0, errors: '' })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const [key = ''] = await linesIn()
    expect(made.output).not.toContain(key)
    const again = await keys('new', path)
    expect(again).toMatchObject({ code: 1, output: '' })
    expect(again.errors).toMatch(/is there already.+never written over.\n$/)
    expect(await linesIn()).toEqual([key])
  })

  it('rotate replaces the master key, list names it, and neither shows a key', async () => {
    await keys('new', path)
    const secrets = await episodes(3)
    const [old = ''] = await linesIn()
    const before = JSON.parse((await keys('list', '--json')).output) as { name: string }
    expect(before).toMatchObject({ newest: true, inFile: true, wraps: 3 })
    const rotated = await keys('rotate')
    expect(rotated).toMatchObject({ code: 0, errors: '' })
    expect(rotated.output).toContain('3 keys')
    const listed = await keys('list')
    expect(listed.output).toMatch(/^[0-9a-f]{16} {2}newest, wraps \d keys\n$/)
    expect(listed.output).not.toContain(before.name)
    const lines = await linesIn()
    expect(lines).toHaveLength(1)
    for (const key of [old, ...lines]) expect(rotated.output + listed.output).not.toContain(key)
    await expectAllToOpen(secrets)
    const audited = await database.db.selectFrom('audit').select(['by', 'act', 'from']).execute()
    expect(audited).toEqual([{ by: 'system', act: 'keys-rotated', from: 'cli' }])
  })

  it('rotate that is killed in the middle loses nothing, and is finished by the next', async () => {
    await keys('new', path)
    const secrets = await episodes(4_000)
    const program = fileURLToPath(new URL('../../cli.ts', import.meta.url))
    const child = spawn(process.execPath, [program, 'keys', 'rotate'], { env: { ...process.env, ...environment } })
    const ended = once(child, 'close')
    const again =
      'select count(*)::int from episodes where master = (select name from master_keys order by place desc limit 1)'
    const before = 'select count(*)::int as masters from master_keys'
    for (;;) {
      const masters = (await database.pool.query<{ masters: number }>(before)).rows[0]?.masters ?? 0
      const count = masters > 1 ? ((await database.pool.query<{ count: number }>(again)).rows[0]?.count ?? 0) : 0
      if (count > 300) break
      expect(child.exitCode).toBeNull()
    }
    child.kill('SIGKILL')
    await ended
    const { rows } = await database.pool.query('select distinct master from episodes')
    expect(rows).toHaveLength(2)
    expect(await linesIn()).toHaveLength(2)
    await expectAllToOpen(secrets)
    expect(await keys('rotate')).toMatchObject({ code: 0, errors: '' })
    expect(await linesIn()).toHaveLength(1)
    await expectAllToOpen(secrets)
  })

  it('rotate changes nothing where the file cannot be written beside itself', async () => {
    await keys('new', path)
    // So long a name that no draft beside it can have one.
    const long = join(folder, 'k'.repeat(240))
    await writeFile(long, await readFile(path))
    await rm(path)
    path = long
    environment.MASTER_KEY_FILE = long
    const secrets = await episodes(2)
    const before = await readFile(long)
    const { rows } = await database.pool.query('select * from episodes order by id')
    const { code, output, errors } = await keys('rotate')
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(/cannot be written \(ENAMETOOLONG\).+\n$/)
    expect(await readFile(long)).toEqual(before)
    expect((await database.pool.query('select * from episodes order by id')).rows).toEqual(rows)
    expect((await database.pool.query('select 1 from master_keys')).rowCount).toBe(1)
    await expectAllToOpen(secrets)
  })

  it.each([[[]], [['new']], [['new', 'one', 'two']], [['rotate', 'it']], [['other']]])(
    '%s says which there are',
    async args => {
      const { code, output, errors } = await keys(...args)
      expect({ code, output }).toEqual({ code: 1, output: '' })
      expect(errors).toMatch(/keys new <file>, keys rotate, or keys list/)
    },
  )
})
