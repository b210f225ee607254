import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { createKeeping } from '../../console/records/keeping/createKeeping.ts'
import { freshConnection } from '../support/database.ts'
import { keysOf } from '../support/keys.ts'
import { begun, storedInterviews } from '../support/storedInterviews.ts'
import { storedPractice } from '../support/storedPractice.ts'
import { cli } from './running.ts'

let folder: string
let database: Database
let environment: Record<string, string>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-talk-retention-'))
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  const { host = '', user = '', port = 5432, database: name = '' } = connection
  const query = new URLSearchParams({ host, user: String(user), port: String(port) })
  environment = { DATABASE_URL: `postgres:///${name}?${query}`, DATA_DIR: folder }
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const rule = { circumstance: null, years: 6, after: 'last-change', source: 'an example', lastChecked: '2026-01-01' }
const settingRules = (...retention: object[]) => setting({ retention })
async function setting(settings: object): Promise<void> {
  const file = join(folder, 'settings.json')
  await writeFile(file, JSON.stringify(settings))
  environment = { ...environment, SETTINGS_FILE: file }
}
/** Interviews that ended that long ago, on the clock of whoever asks now. */
async function endedYearsAgo(years: number, count: number): Promise<string[]> {
  const then = new Date()
  then.setUTCFullYear(then.getUTCFullYear() - years)
  const interviews = storedInterviews(database, { now: () => then })
  const ids = await Promise.all(Array.from({ length: count }, () => begun(interviews)))
  return ids.toSorted()
}
const erasedNow = async () =>
  (
    await database.pool.query<{ id: string }>('select id from episodes where destroyed_at is not null order by id')
  ).rows.map(({ id }) => id)
const run = (...args: string[]) => cli(['retention', ...args], '', environment)

describe('retention', () => {
  it('lists what is due and erases nothing, until it is told to', async () => {
    await settingRules(rule)
    const old = await endedYearsAgo(7, 3)
    await endedYearsAgo(5, 2)
    const [held] = old
    const { keys: _, ...services } = keysOf(database)
    const keeping = createKeeping({ database, ...services, rules: [], now: () => new Date(), forget: () => {} })
    await keeping.hold(held ?? '', 'manager', 'a court asked for it')
    const due = old.slice(1)

    const listed = await run('--json')
    const lines = listed.output
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { episode: string; erased: boolean })
    expect(lines.map(({ episode, erased }) => [episode, erased])).toEqual(due.map(id => [id, false]))
    expect(await erasedNow()).toEqual([])

    expect((await run('--erase')).output).toMatch(/^Erased: 2\.$/m)
    expect(await erasedNow()).toEqual(due)
    const { lines: audited } = await services.audit.lines({ act: 'episode-erased' }, 10)
    expect(
      audited
        .map(({ by, from, interview }) => [by, from, interview])
        .toSorted(([, , a], [, , b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    ).toEqual(due.map(id => ['system', 'cli', id]))
    expect((await run('--erase')).output).toMatch(/Erased: 0\./)
  })

  it('erases nothing by a rule that nobody has checked, and says which', async () => {
    await endedYearsAgo(200, 1)
    const { output } = await run('--erase')
    expect(output).toContain('Erased: 0.')
    expect(output).toContain('Not checked, so it erases nothing: 75 years after birth, for looked-after')
    await settingRules({ ...rule, lastChecked: null })
    expect((await run('--erase')).output).toContain('Erased: 0.')
    expect(await erasedNow()).toEqual([])
  })

  it('does the same with practice, by a rule of its own', async () => {
    const then = new Date('2020-01-01T09:00:00Z')
    const { attempts, drills } = storedPractice(database, { now: () => then })
    const attempt = randomUUID()
    const member = { id: 'robin', team: 'demo' }
    await attempts.begin({ attempt, scenario: 'small', level: 'usual', regime: 'all-shared' }, member)
    await drills.keep([{ id: randomUUID(), drill: 'name-that-question', item: 'one', right: true }], member)
    expect((await run('--erase')).output).toContain('Not checked, so it erases nothing: 3 years of practice')
    expect(await attempts.read(attempt)).toBeDefined()

    await setting({ practiceKept: { years: 2, source: 'an example', lastChecked: '2026-01-01' } })
    expect((await run()).output).toContain(`Due: practice ${attempt}, last changed 2020-01-01 (an example).`)
    const lines = (await run('--json')).output.trim().split('\n')
    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      { practice: attempt, erased: false },
      { besidePractice: 1, erased: false },
    ])
    expect((await run('--erase')).output).toMatch(/^Erased: 2\.$/m)
    expect((await run('--erase')).output).toMatch(/^Erased: 0\.$/m)
    expect(await storedPractice(database).attempts.read(attempt)).toBeUndefined()
  })

  it('says what is wrong with a rule, in a sentence', async () => {
    await settingRules({ ...rule, years: 0 })
    const { code, errors } = await run()
    expect(code).toBe(1)
    expect(errors).toContain('retention.0.years')
  })
})
