import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restoreBackup } from '../../../../console/records/backup/restoreBackup.ts'
import { writeBackup } from '../../../../console/records/backup/writeBackup.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { createKeys } from '../../../../console/records/keys/createKeys.ts'
import { type MasterKeys, makeMasterKeyFile, openMasterKeys } from '../../../../console/records/keys/masterKeys.ts'
import { rotateKeys } from '../../../../console/records/keys/rotateKeys.ts'
import { freshDatabase } from '../../../support/database.ts'
import { storedPractice } from '../../../support/storedPractice.ts'

let folder: string
let file: string
let masters: MasterKeys
let databases: Database[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-talk-backup-'))
  file = join(folder, 'it.backup')
  await makeMasterKeyFile(join(folder, 'master.key'))
  masters = await openMasterKeys({ path: join(folder, 'master.key'), besideData: false })
  databases = []
})
afterEach(async () => {
  await Promise.all(databases.map(each => each.close()))
  await rm(folder, { recursive: true, force: true })
})

async function empty(): Promise<Database> {
  const database = await freshDatabase()
  databases.push(database)
  return database
}

const now = () => new Date('2026-06-01T09:00:00.000Z')
const backedUp = (database: Database, to = file) => writeBackup(to, { database, masters, now })
const restored = (database: Database, of = file) => restoreBackup(of, { database, masters })

/** Something in every table, with what is hard to carry: every kind of character, nulls, bytes, times, nested JSON. */
async function filled(episodes = 3): Promise<Database> {
  const database = await empty()
  const keys = createKeys(masters, database)
  await keys.forUse('names')
  await keys.forUse('accounts')
  for (let number = 0; number < episodes; number++) await addEpisode(database, `Robin\t\\N "${marked}" \u{1F426}\r\n`)
  return database
}

const marked = 'MARKED-a41b'

async function addEpisode(database: Database, worker: string): Promise<string> {
  const id = randomUUID()
  const { wrapped, master } = await createKeys(masters, database).makeFor(id)
  const { pool } = database
  await pool.query(
    `insert into episodes (id, worker, team, reviewers, wrapped, master, opened_at)
      values ($1, $2, 'demo', $3, $4, $5, clock_timestamp())`,
    [id, worker, ['one', 'a "b", {c}', ''], wrapped, master],
  )
  await pool.query(
    `insert into interviews (id, episode, seq, head, guide, opened_by, opened_at, changed_at, known_as, state, stage, language,
      open_concerns) values ($1, $1, 1, $2, 1, 'robin', clock_timestamp(), clock_timestamp(), null, 'open', null, 'en', 0)`,
    [id, randomBytes(32)],
  )
  await pool.query(
    `insert into events (interview, seq, id, turn, body, sealed, by, "from", voice, language, device_at, at, hash)
      values ($1, 1, $2, $2, $3, $4, 'robin', 'console', 'practitioner', 'en', '2026', clock_timestamp(), $5)`,
    [
      id,
      randomUUID(),
      JSON.stringify({ type: 'x', nested: [1.5, null, { 'a\tb': '\\' }] }),
      randomBytes(500),
      randomBytes(32),
    ],
  )
  await pool.query('insert into names (token, interview) values ($1, $2)', [randomBytes(16), id])
  await pool.query('insert into conversations (key, interview) values ($1, $2)', [`chat ${id}`, id])
  return id
}

/** Every row of every table there is, asked of Postgres in another way than a backup asks. */
async function everything({ pool }: Database): Promise<Record<string, string[]>> {
  const { rows } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const tables: Record<string, string[]> = {}
  for (const { name } of rows.filter(each => !each.name.startsWith('kysely_'))) {
    const found = await pool.query<{ row: string }>(`select t::text as row from "${name}" as t order by 1`)
    tables[name] = found.rows.map(({ row }) => row)
  }
  return tables
}

async function expectEmpty(database: Database): Promise<void> {
  expect(await everything(database)).toEqual(await everything(await empty()))
}

describe('a backup', () => {
  it('gives every row of every table back, as it was', async () => {
    const database = await filled()
    const before = await everything(database)
    const made = await backedUp(database)
    const rows = Object.values(before).flat().length
    expect(made).toMatchObject({ tables: Object.keys(before).length, rows, bytes: (await stat(file)).size })
    const place = await empty()
    expect(await restored(place)).toMatchObject({ tables: made.tables, rows, madeAt: '2026-06-01T09:00:00.000Z' })
    expect(await everything(place)).toEqual(before)
    const { rows: kept } = await place.pool.query('select id, wrapped, master from episodes')
    for (const each of kept) await createKeys(masters, place).unwrap(each.id, each)
  })

  it('gives back what was practised, to be read with its own key', async () => {
    const database = await empty()
    const { attempts, notes } = storedPractice(database, { keys: createKeys(masters, database) })
    const [attempt, again] = [randomUUID(), randomUUID()]
    const trainee = { id: 'robin', team: 'demo' }
    await attempts.begin({ attempt, scenario: 'small', level: 'usual', regime: 'all-shared' }, trainee)
    const said = { did: 'said', words: `Tell me about ${marked}.` } as const
    await attempts.say(attempt, { id: randomUUID(), after: 0, said })
    await attempts.retry(attempt, { attempt: again, from: 1 }, trainee)
    // Its row lies after that of the retry by now, which refers to it.
    await attempts.end(attempt)
    await notes.dispute(attempt, { turn: 1, class: 'other', why: 'No.' }, 'robin')
    await backedUp(database)
    const place = await empty()
    await restored(place)
    expect(await everything(place)).toEqual(await everything(database))
    const there = storedPractice(place, { keys: createKeys(masters, place) })
    expect(await there.attempts.whole(attempt)).toEqual(await attempts.whole(attempt))
    expect(await there.attempts.line(again)).toMatchObject({ retryOf: { attempt, from: 1 } })
    expect(await there.notes.of(attempt)).toEqual(await notes.of(attempt))
  })

  it('of nothing but tables is a backup too', async () => {
    await backedUp(await empty())
    const place = await empty()
    await restored(place)
    expect((await place.pool.query('select 1 from master_keys')).rowCount).toBe(1)
  })

  it('has a table that is added later, and what its sequence had come to', async () => {
    const database = await filled(1)
    const place = await empty()
    for (const { pool } of [database, place]) {
      await pool.query(`create table "Added; later" (
        "an ""id""" bigint generated always as identity primary key, episode uuid references episodes,
        doubled int generated always as (4) stored, dropped int)`)
      await pool.query('alter table "Added; later" drop column dropped')
    }
    await database.pool.query('insert into "Added; later" (episode) select id from episodes')
    await database.pool.query('delete from "Added; later"')
    await database.pool.query('insert into "Added; later" (episode) select id from episodes')
    await backedUp(database)
    await restored(place)
    expect(await everything(place)).toEqual(await everything(database))
    expect((await everything(place))['Added; later']).toHaveLength(1)
    const { rows } = await place.pool.query(
      'insert into "Added; later" (episode) values (null) returning "an ""id""" as id',
    )
    expect(rows).toEqual([{ id: '3' }])
  })

  it('shows nothing of what is in it', async () => {
    const database = await filled()
    await database.pool.query('create table plain (words text)')
    await database.pool.query('insert into plain select $1 from generate_series(1, 1000)', [marked])
    await backedUp(database)
    const bytes = await readFile(file)
    for (const hidden of [marked, 'case_lines', 'Robin', 'plain']) expect(bytes.includes(hidden)).toBe(false)
    expect(bytes.includes(Buffer.from(marked, 'utf16le'))).toBe(false)
  })

  it('is its owner’s alone, and never written over another file', async () => {
    const database = await filled(1)
    await backedUp(database)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const before = await readFile(file)
    await expect(backedUp(database)).rejects.toThrow('is there already')
    expect(await readFile(file)).toEqual(before)
    expect((await readdir(folder)).toSorted()).toEqual(['it.backup', 'master.key'])
  })

  it('says that it cannot be written, and leaves nothing half written', async () => {
    const database = await filled(1)
    await expect(backedUp(database, join(folder, 'none', 'it'))).rejects.toMatchObject({ name: 'ExpectedError' })
    expect(await readdir(folder)).toEqual(['master.key'])
  })

  it('leaves no file where Postgres goes in the middle', async () => {
    const database = await filled(1)
    await database.pool.query('create table many as select md5(n::text) from generate_series(1, 500000) as n')
    const backup = backedUp(database).catch((error: Error) => error)
    for (let gone = false; !gone; ) {
      const { rowCount } = await database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and query ilike 'copy "many"%'`,
      )
      gone = (rowCount ?? 0) > 0
    }
    expect(await backup).toBeInstanceOf(Error)
    expect(await readdir(folder)).toEqual(['master.key'])
    await backedUp(database)
  })

  it('is of one moment, while others write', async () => {
    const database = await filled(1)
    let writing = true
    const writer = (async () => {
      for (let number = 0; writing; number++) await addEpisode(database, `w${number}`)
    })()
    for (let number = 0; number < 4; number++) {
      await backedUp(database, `${file}${number}`)
      await setTimeout(20)
    }
    writing = false
    await writer
    for (let number = 0; number < 4; number++) {
      const place = await empty()
      await restored(place, `${file}${number}`)
      const { rows } = await place.pool.query<{ count: string }>(
        `select count(*) from episodes full join interviews on episode = episodes.id full join events on interview = interviews.id
          full join names on names.interview = interviews.id where names.interview is null or episodes.id is null`,
      )
      // The writer may have been between two of its statements: one episode at most is not whole yet.
      expect(Number(rows[0]?.count)).toBeLessThanOrEqual(1)
    }
  })

  it('needs no more memory for more rows', async () => {
    const database = await filled(1)
    await database.pool.query(
      `create table many as select number, repeat(md5(number::text), 60) || md5(random()::text) as words
        from generate_series(1, 60000) as number`,
    )
    const place = await empty()
    await place.pool.query('create table many (number int, words text)')
    let most = 0
    const before = process.memoryUsage()
    const watch = setInterval(() => {
      const { heapUsed, external } = process.memoryUsage()
      most = Math.max(most, heapUsed + external - before.heapUsed - before.external)
    }, 5)
    await backedUp(database)
    await restored(place)
    clearInterval(watch)
    const { rows } = await place.pool.query<{ bytes: string }>('select sum(length(words)) as bytes from many')
    expect(Number(rows[0]?.bytes)).toBeGreaterThan(100_000_000)
    expect(most).toBeLessThan(90_000_000)
  })

  it('waits for a rotation, and opens with the key that is then in the file', async () => {
    const database = await filled()
    const rotation = rotateKeys(masters, database.db, 300)
    await setTimeout(100)
    const [made] = await Promise.all([backedUp(database), rotation])
    expect(made.masters).toEqual([(await masters.newest()).name])
    const later = await openMasterKeys({ path: join(folder, 'master.key'), besideData: false })
    await restoreBackup(file, { database: await empty(), masters: later })
  })

  it('names both keys where a rotation was cut off, and opens with both', async () => {
    const database = await filled()
    const cut: MasterKeys = {
      ...masters,
      named: name => (calls++ > 1 ? Promise.reject(new Error('cut')) : masters.named(name)),
    }
    let calls = 0
    await expect(rotateKeys(cut, database.db, 0)).rejects.toThrow('cut')
    expect((await backedUp(database)).masters).toHaveLength(2)
    const place = await empty()
    await restored(place)
    expect(await everything(place)).toEqual(await everything(database))
  })
})

describe('restoreBackup', () => {
  it('refuses any file that was changed, anywhere, and leaves the place empty', async () => {
    await backedUp(await filled(2))
    const bytes = await readFile(file)
    const place = await empty()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async bit => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        await writeFile(`${file}.changed`, changed)
        await expect(restored(place, `${file}.changed`)).rejects.toMatchObject({ name: 'ExpectedError' })
      }),
      { numRuns: 20 },
    )
    await expectEmpty(place)
  })

  it('commits nothing of a long file whose very end is missing or changed', async () => {
    const database = await filled(1)
    const place = await empty()
    for (const { pool } of [database, place]) await pool.query('create table many (words text)')
    await database.pool.query('insert into many select md5(random()::text) from generate_series(1, 40000)')
    await backedUp(database)
    const bytes = await readFile(file)
    expect(bytes.length).toBeGreaterThan(700_000)
    const head = bytes.indexOf('\n', 25) + 1
    const wholeChunks = head + 65_552 * Math.floor((bytes.length - head - 1) / 65_552)
    for (const length of [0, 30, head, head + 1, head + 65_552, wholeChunks, bytes.length - 1]) {
      await writeFile(`${file}.cut`, bytes.subarray(0, length))
      await expect(restored(place, `${file}.cut`), `${length}`).rejects.toMatchObject({ name: 'ExpectedError' })
    }
    await writeFile(`${file}.more`, Buffer.concat([bytes, Buffer.alloc(1)]))
    await expect(restored(place, `${file}.more`)).rejects.toThrow('changed or cut short')
    expect((await place.pool.query('select 1 from many')).rowCount).toBe(0)
    await restored(place)
    expect((await place.pool.query('select 1 from many')).rowCount).toBe(40_000)
  })

  it('restores nothing over data', async () => {
    const database = await filled(1)
    await backedUp(database)
    const before = await everything(database)
    await expect(restored(database)).rejects.toThrow('There is data here already')
    expect(await everything(database)).toEqual(before)
  })

  it('lets nobody in by what let them in when it was made', async () => {
    const database = await filled(1)
    const { rows } = await database.pool.query<{ id: string }>('select id from interviews')
    const id = rows[0]?.id
    const soon = "now() + interval '1 day'"
    for (const statement of [
      `insert into sessions (id, hash, ready, state, browser, begun_at, active_at, proved_at)
        values ($1, 'a', 'interviewer', 'signed-in', '', now(), now(), now())`,
      `insert into challenges (hash, purpose, session, until) values ('b', 'sign-in', $1, ${soon})`,
      `insert into invitations (id, hash, role, team, invited_by, until) values ($1, 'c', 'manager', 'demo', 'x', ${soon})`,
      `insert into interpreter_codes (interview, hash, half, made_by, until) values ($1, 'd', 'd', 'x', ${soon})`,
      `insert into interpreters (id, interview, hash, who, invited_by, begun_at, until)
        values ($1, $1, 'e', 'sealed', 'x', now(), ${soon})`,
    ]) {
      await database.pool.query(statement, [id])
    }
    await backedUp(database)
    const place = await empty()
    await restored(place)
    const { sessions, challenges, invitations, interpreter_codes } = await everything(place)
    expect({ sessions, challenges, invitations, interpreter_codes }).toEqual({
      sessions: [],
      challenges: [],
      invitations: [],
      interpreter_codes: [],
    })
    const interpreters = await place.pool.query('select ended_at from interpreters')
    expect(interpreters.rows).toEqual([{ ended_at: expect.any(Date) }])
  })

  it('puts back what a trigger would refuse, and leaves the triggers on', async () => {
    const database = await filled(1)
    const place = await empty()
    for (const { pool } of [database, place]) {
      await pool.query("create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$")
      await pool.query('create trigger refuse before insert on conversations for each row execute function refuse()')
    }
    await backedUp(database)
    await restored(place)
    expect(await everything(place)).toEqual(await everything(database))
    await expect(
      place.pool.query("insert into conversations (key, interview) select 'more', id from interviews"),
    ).rejects.toThrow('refused')
  })

  it('finds no data in tables just made', async () => {
    await backedUp(await filled(1))
    await restored(await empty())
  })

  it.each([
    [
      'tables of another version',
      "update kysely_migration set name = '000-other' where name = (select max(name) from kysely_migration)",
      'another version',
    ],
    ['a table that the backup has not', 'create table more (id int)', 'The table more'],
    ['a table with another column', 'alter table conversations add column more text', 'The table conversations'],
    ['a table too few', 'drop table conversations', 'The table conversations'],
  ])('refuses %s, in a sentence', async (_, change, says) => {
    await backedUp(await filled(1))
    const place = await empty()
    await place.pool.query(change)
    await expect(restored(place)).rejects.toMatchObject({
      name: 'ExpectedError',
      message: expect.stringContaining(says),
    })
    expect((await place.pool.query('select 1 from episodes')).rowCount).toBe(0)
  })

  it('says which master key is missing', async () => {
    const { masters: names } = await backedUp(await filled(1))
    await makeMasterKeyFile(join(folder, 'other.key'))
    const others = await openMasterKeys({ path: join(folder, 'other.key'), besideData: false })
    await expect(restoreBackup(file, { database: await empty(), masters: others })).rejects.toThrow(names[0])
  })

  it.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['any other file', 'MARKED words\nand more\n'],
    ['a backup of another format', 'return-talk backup 2\n{}\n'],
    ['no header', 'return-talk backup 1\nMARKED\n'],
    ['a header with nothing in it', 'return-talk backup 1\n{}\n'],
  ])('refuses %s in a sentence that quotes none of it', async (_, content) => {
    if (content !== undefined) await writeFile(file, content)
    const error = await restored(await empty()).catch((each: Error) => each)
    expect(error).toMatchObject({ name: 'ExpectedError', message: expect.not.stringContaining('MARKED') })
  })
})
