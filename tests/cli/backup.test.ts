import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PoolConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMasterKeyFile } from '../../console/records/keys/masterKeys.ts'
import { openRecords, type Records } from '../../console/records/openRecords.ts'
import { seedDemo } from '../../console/records/seedDemo.ts'
import { publishedGuides } from '../../dialogs/guide/guide.ts'
import { english } from '../bot/botOverHttp.ts'
import { freshConnection } from '../support/database.ts'
import { cli } from './running.ts'

let folder: string
let here: string
let there: string
let file: string
let records: Records

const opened = (dataDir: string) =>
  openRecords({ dataDir, guides: publishedGuides, translator: english, logger: { error: () => {} } })

// A Return Talk that runs, with its own Postgres, and goes on running.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-talk-backup-'))
  here = join(folder, 'here')
  there = join(folder, 'there')
  file = join(folder, 'it.backup')
  records = await opened(here)
  await seedDemo(records.interviews, 'all-shared')
  await records.interviews.settled()
})
afterAll(async () => {
  await records.close()
  await rm(folder, { recursive: true, force: true })
})

function urlOf({ host = '', user = '', port = 5432, database = '' }: PoolConfig): string {
  return `postgres:///${database}?${new URLSearchParams({ host, user: String(user), port: String(port) })}`
}

const actsIn = async ({ database }: Records) =>
  (await database.db.selectFrom('audit').select(['act', 'from']).orderBy('seq').execute()).map(
    ({ act, from }) => `${act} from ${from}`,
  )

async function everyRecord({ database, interviews }: Records) {
  const rows = await database.db.selectFrom('interviews').select('id').orderBy('id').execute()
  return Promise.all(
    rows.map(async ({ id }) => ({
      id,
      events: await interviews.eventsSince(id, 0),
      record: await interviews.record(id),
    })),
  )
}

describe('backup and restore', () => {
  it('carry every record from a Return Talk that runs into an empty place', async () => {
    const made = await cli(['backup', file, '--json'], '', { DATA_DIR: here })
    expect(made).toMatchObject({ code: 0, errors: '' })
    const tables = await records.database.pool.query(
      "select 1 from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'",
    )
    expect(JSON.parse(made.output)).toEqual({
      file,
      tables: tables.rowCount,
      rows: expect.any(Number),
      bytes: (await stat(file)).size,
      masters: [expect.any(String)],
    })
    expect(await actsIn(records)).toContain('backed-up from cli')

    // Nothing is made in the place where the key is not there.
    const without = await cli(['restore', file], '', { DATA_DIR: there })
    expect(without).toMatchObject({ code: 1, output: '' })
    expect(without.errors).toMatch(/^The master key file .+ cannot be read.+\n$/)
    expect(await readdir(folder)).not.toContain('there')

    const kept = join(folder, 'kept.key')
    await copyFile(join(here, 'master.key'), kept)
    const place = { DATA_DIR: there, MASTER_KEY_FILE: kept }
    const done = await cli(['restore', file, '--json'], '', place)
    expect(done).toMatchObject({ code: 0, errors: '' })
    const before = await everyRecord(records)
    expect(before.length).toBeGreaterThan(4)
    const events = before.flatMap(each => each.events)
    expect(JSON.parse(done.output)).toMatchObject({ whole: true, interviews: before.length, events: events.length })

    const verified = await cli(['verify'], '', place)
    expect(verified).toMatchObject({ code: 0, errors: '' })
    const again = await cli(['restore', file], '', place)
    expect(again).toMatchObject({ code: 1, output: '' })
    expect(again.errors).toMatch(/^There is data here already.+\n$/)

    await copyFile(kept, join(there, 'master.key'))
    const restored = await opened(there)
    try {
      expect(await everyRecord(restored)).toEqual(before)
      expect(before.some(({ events }) => JSON.stringify(events).includes('Example Robin'))).toBe(true)
      expect(await actsIn(restored)).toContain('restored from cli')
    } finally {
      await restored.close()
    }
  })

  it('shows no name and no word of a child in the file', async () => {
    const other = join(folder, 'other.backup')
    const said = await cli(['backup', other], '', { DATA_DIR: here })
    expect(said.output).toMatch(/rows of \d+ tables.+encrypted/)
    const bytes = await readFile(other)
    for (const word of ['Example', 'Robin', 'argument', 'interviewer', 'push.'])
      expect(bytes.includes(word)).toBe(false)
    expect((await stat(other)).mode & 0o777).toBe(0o600)
    const again = await cli(['backup', other], '', { DATA_DIR: here })
    expect(again).toMatchObject({ code: 1, output: '' })
    expect(again.errors).toMatch(/is there already.+\n$/)
    expect(await readFile(other)).toEqual(bytes)
  })

  it('refuses to restore where a Return Talk runs', async () => {
    const other = join(folder, 'running.backup')
    await cli(['backup', other], '', { DATA_DIR: here })
    const { code, errors } = await cli(['restore', other], '', { DATA_DIR: here })
    expect(code).toBe(1)
    expect(errors).toMatch(/is in use by Return Talk.+stop that one first.+\n$/)
  })

  it('work with a Postgres of one’s own', async () => {
    const key = join(folder, 'own.key')
    await makeMasterKeyFile(key)
    const urls = await Promise.all([freshConnection().then(urlOf), freshConnection().then(urlOf)])
    const [from, to] = urls.map(url => ({ DATABASE_URL: url, MASTER_KEY_FILE: key, DATA_DIR: join(folder, 'own') }))
    const other = join(folder, 'own.backup')
    expect(await cli(['backup', other], '', from)).toMatchObject({ code: 0, errors: '' })
    expect(await cli(['restore', other], '', to)).toMatchObject({ code: 0, errors: '' })
    const names = [await cli(['keys', 'list'], '', from), await cli(['keys', 'list'], '', to)]
    expect(names[1]?.output).toBe(names[0]?.output)
    expect((await cli(['restore', other], '', to)).errors).toMatch(/^There is data here already/)
  })

  it.each([[['backup']], [['backup', 'one', 'two']], [['restore']], [['restore', '/nothing/here']]])(
    '%s says what is missing',
    async args => {
      const { code, output, errors } = await cli(args, '', { DATA_DIR: here })
      expect({ code, output }).toEqual({ code: 1, output: '' })
      expect(errors.trim().split('\n')).toHaveLength(1)
    },
  )

  it('starts no Postgres for a file that is no backup', async () => {
    const empty = join(folder, 'nobody')
    const none = join(folder, 'none.backup')
    await writeFile(none, 'MARKED words\n')
    const place = { DATA_DIR: empty, MASTER_KEY_FILE: join(here, 'master.key') }
    const { code, errors } = await cli(['restore', none], '', place)
    expect(code).toBe(1)
    expect(errors).toMatch(/is no backup/)
    expect(errors).not.toContain('MARKED')
    expect(await readdir(folder)).not.toContain('nobody')
  })
})
