import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { practiceKeptSince } from '../../../../console/casework/retention.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import {
  createPracticeKeeping,
  type PracticeKeeping,
} from '../../../../console/records/practice/createPracticeKeeping.ts'
import { freshDatabase } from '../../../support/database.ts'
import { keysOf } from '../../../support/keys.ts'
import { storedPractice } from '../../../support/storedPractice.ts'

let database: Database
let keeping: PracticeKeeping
let audited: () => Promise<readonly (readonly [string, string | null])[]>
beforeAll(async () => {
  database = await freshDatabase()
  const { audit } = keysOf(database)
  keeping = createPracticeKeeping(database, audit)
  audited = async () => {
    const { lines } = await audit.lines({ act: 'practice-deleted' }, 100)
    return lines.map(({ by, about }) => [by, about ?? null] as const)
  }
})
afterAll(() => database.close())

const robin = { id: 'robin', team: 'demo' }
/** An attempt of one turn, begun on one day and talked in on another. */
async function practised(began: string, talked = began): Promise<string> {
  let today = new Date(began)
  const { attempts } = storedPractice(database, { now: () => today })
  const attempt = randomUUID()
  await attempts.begin({ attempt, scenario: 'small', level: 'usual', regime: 'all-shared' }, robin)
  today = new Date(talked)
  await attempts.say(attempt, { id: randomUUID(), after: 0, said: { did: 'said', words: 'Hello, I am Sam.' } })
  return attempt
}
const since = practiceKeptSince({ years: 3 }, new Date('2026-06-01T09:00:00Z'))

describe('practice', () => {
  it('is due once nothing has happened in it for as long as it is kept', async () => {
    const old = await practised('2023-05-31T09:00:00Z')
    const older = await practised('2021-01-01T09:00:00Z')
    const new_ = await practised('2023-06-02T09:00:00Z')
    const wentOn = await practised('2022-01-01T09:00:00Z', '2026-05-01T09:00:00Z')
    const due = await keeping.due(since)
    expect(due).toEqual([
      { attempt: older, changedAt: '2021-01-01T09:00:00.000Z' },
      { attempt: old, changedAt: '2023-05-31T09:00:00.000Z' },
    ])

    expect(await keeping.erase(old, since)).toBe(true)
    expect(await keeping.erase(old, since)).toBe(false)
    // What somebody went on with meanwhile is not erased.
    expect(await keeping.erase(wentOn, since)).toBe(false)
    const { attempts } = storedPractice(database)
    expect([await attempts.read(old), (await attempts.read(new_))?.turns.length]).toEqual([undefined, 1])
    const { rows } = await database.pool.query('select attempt from practice_turns where attempt = $1', [old])
    expect(rows).toEqual([])
    expect(await audited()).toContainEqual(['system', old])
  })

  it('takes with it what is beside the talks, but for what a talk that is kept was asked for by', async () => {
    let today = new Date('2020-01-01T09:00:00Z')
    const room = storedPractice(database, { now: () => today })
    const drill = (id: string) => ({ id, drill: 'name-that-question', item: 'one', right: true }) as const
    await room.drills.keep([drill(randomUUID())], robin)
    const asked = { trainees: ['robin'], scenario: 'small', level: 'usual' as const, note: '' }
    const trainer = { id: 'trainer', team: 'demo' }
    await room.assignments.assign({ ...asked, assignment: randomUUID() }, trainer)
    await room.assignments.assign({ ...asked, assignment: randomUUID() }, trainer)
    today = new Date('2026-05-01T09:00:00Z')
    await room.drills.keep([drill(randomUUID())], robin)
    const [first] = await room.assignments.own('robin')
    await room.attempts.begin(
      { attempt: randomUUID(), scenario: 'small', level: 'usual', regime: 'all-shared', assignment: first?.id },
      robin,
    )
    expect(await keeping.dueBeside(since)).toBe(2)
    expect(await keeping.eraseBeside(since)).toBe(2)
    expect(await keeping.dueBeside(since)).toBe(0)
    expect(await audited()).toContainEqual(['system', 'beside'])
    expect((await room.drills.of('robin')).map(({ at }) => at)).toEqual(['2026-05-01T09:00:00.000Z'])
    expect((await room.assignments.own('robin')).map(({ id }) => id)).toEqual([first?.id])
  })
})
