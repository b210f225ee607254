import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedDemoCases } from '../../../../console/records/cases/seedDemoCases.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { freshDatabase } from '../../../support/database.ts'
import { type CasesOn, casesOn } from '../../../support/storedCases.ts'

const now = new Date('2026-06-03T09:00:00.000Z')
let database: Database
let on: CasesOn
beforeAll(async () => {
  database = await freshDatabase()
  on = casesOn(database, { now: () => now })
})
afterAll(async () => {
  on.cases.stop()
  await database.close()
})

it('fills an empty desk with invented episodes that stand at different places, and one that is not empty with none', async () => {
  await Promise.all([seedDemoCases(on.cases, now), seedDemoCases(on.cases, now)])
  const reader = { id: 'interviewer', team: 'demo' }
  const lines = await on.cases.desk(reader, { which: 'open' })
  expect(lines).toHaveLength(7)
  for (const { calledAs } of lines) expect(calledAs).toMatch(/^Example /)
  const left = lines.flatMap(({ due }) => (due[0] ? [Date.parse(due[0].due) - now.getTime()] : []))
  expect(left.some(ms => ms < 0)).toBe(true)
  expect(left.some(ms => ms > 0 && ms <= 4 * 3_600_000)).toBe(true)
  expect(lines.filter(({ stillMissing, due }) => stillMissing && due.length === 0)).toHaveLength(1)
  expect(lines.some(({ declined }) => declined)).toBe(true)
  expect(lines.some(({ missingAgain, worker }) => missingAgain && worker === null)).toBe(true)
  expect(lines.some(({ offers, attempts }) => offers + attempts >= 3)).toBe(true)
  await seedDemoCases(on.cases, new Date('2026-07-01T09:00:00.000Z'))
  expect(await on.cases.desk(reader, { which: 'open' })).toEqual(lines)
})
