import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { seedDemoPractice } from '../../../../console/records/practice/seedDemoPractice.ts'
import { scenarios } from '../../../../locales/practiceWords.ts'
import { freshDatabase } from '../../../support/database.ts'
import { storedPractice } from '../../../support/storedPractice.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const today = new Date('2026-06-10T09:00:00.000Z')

it('is the same practice of earlier days however often it is made, with something to answer', async () => {
  const all = scenarios()
  const at = (now: () => Date) => storedPractice(database, { all, now })
  await seedDemoPractice(at, 'all-shared', today)
  const { attempts, notes, assignments } = at(() => today)
  const made = await attempts.own('trainee')
  expect(made.map(({ beganAt }) => beganAt.slice(0, 10))).toEqual(['2026-06-09', '2026-06-07', '2026-06-01'])
  for (const { ended, turns } of made) {
    expect(ended).toBeDefined()
    expect(turns).toBeGreaterThan(5)
  }
  const noted = await notes.of(made[1]?.id ?? '')
  expect(noted).toMatchObject({ comments: [{ by: 'trainer' }], disputes: [{ by: 'trainee' }] })
  expect(noted.disputes[0]).not.toHaveProperty('answer')
  expect(await assignments.own('trainee')).toMatchObject([{ by: 'trainer', due: '2026-06-17' }])
  await seedDemoPractice(at, 'all-shared', today)
  expect(await attempts.own('trainee')).toEqual(made)
  expect(await notes.of(made[1]?.id ?? '')).toEqual(noted)
})

it('is none where its scenarios are not there', async () => {
  const empty = await freshDatabase()
  const at = (now: () => Date) => storedPractice(empty, { now })
  await seedDemoPractice(at, 'all-shared', today)
  expect(await at(() => today).attempts.own('trainee')).toEqual([])
  await empty.close()
})
