import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../console/records/interviews.ts'
import { seedDemo } from '../../../console/records/seedDemo.ts'
import { publishedGuides } from '../../../dialogs/guide/guide.ts'
import { freshDatabase } from '../../support/database.ts'
import { demoMember, storedInterviews } from '../../support/storedInterviews.ts'

let database: Database
let interviews: Interviews
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database, { guides: publishedGuides })
  const refused: string[] = []
  const watched: Interviews = {
    ...interviews,
    async turn(interview, request) {
      const turn = await interviews.turn(interview, request)
      if (!turn.ok) refused.push(`${request.intent.do}: ${turn.problem}`)
      return turn
    },
  }
  await seedDemo(watched, 'safeguarding-only')
  expect(refused).toEqual([])
})
afterAll(() => database.close())

describe('seedDemo', () => {
  it('makes invented children whose talks stand at different places', async () => {
    const list = await interviews.list(demoMember)
    expect(list.length).toBeGreaterThanOrEqual(5)
    for (const { knownAs } of list) expect(knownAs).toMatch(/^Example /)
    expect(new Set(list.map(({ state, stage }) => `${state} ${stage}`)).size).toBeGreaterThanOrEqual(4)
    expect(list.some(({ openConcerns }) => openConcerns > 0)).toBe(true)
    expect(list.some(({ state }) => state === 'paused')).toBe(true)
    expect((await interviews.record(list[0]?.id ?? ''))?.regime).toBe('safeguarding-only')
  })

  it('leaves a store alone that has an interview', async () => {
    const before = await interviews.list(demoMember)
    await seedDemo(interviews, 'all-shared')
    expect(await interviews.list(demoMember)).toEqual(before)
  })
})
