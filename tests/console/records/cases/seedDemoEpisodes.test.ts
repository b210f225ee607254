import { afterAll, beforeAll, expect, it } from 'vitest'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { peopleAndPlaces } from '../../../../console/casework/linked/peopleAndPlaces.ts'
import { toldIn } from '../../../../console/casework/linked/toldIn.ts'
import { seedDemoEpisodes } from '../../../../console/records/cases/seedDemoEpisodes.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import { recordFrom } from '../../../../dialogs/record/recordFrom.ts'
import { freshDatabase } from '../../../support/database.ts'
import { type CasesOn, casesOn } from '../../../support/storedCases.ts'
import { storedInterviews } from '../../../support/storedInterviews.ts'

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

it('adds two linked episodes of an invented child, with some named in both, once', async () => {
  const interviews = storedInterviews(database, { guides: [{ ...guide2, version: 1 }] })
  const seed = () => seedDemoEpisodes(on.cases, interviews, 'all-shared', now)
  await Promise.all([seed(), seed()])
  await seed()
  const reader = { id: 'interviewer', team: 'demo' }
  const open = await on.cases.desk(reader, { which: 'open' })
  const closed = await on.cases.desk(reader, { which: 'closed' })
  expect([...open, ...closed].map(({ calledAs }) => calledAs)).toEqual(['Example Curlew', 'Example Curlew'])
  const [line, earlier] = [open[0], closed[0]]
  if (!line || !earlier) throw new Error('An episode is missing.')
  const state = await on.cases.read(line.episode, 0)
  expect(caseFrom(state?.events ?? []).linked).toMatchObject([{ episode: earlier.episode }])
  const told = await Promise.all(
    [earlier, line].map(async ({ episode, interviews: ids }) => ({
      episode,
      interviews: await Promise.all(ids.map(async id => toldIn(recordFrom(await interviews.eventsSince(id, 0))))),
    })),
  )
  const { people, places } = peopleAndPlaces(told)
  expect(people[0]).toMatchObject({ written: 'Example Kai', writtenTheSame: true })
  expect(Object.keys(people[0]?.times ?? {})).toHaveLength(2)
  expect(places.map(({ written }) => written)).toContain('Example Park')
  for (const { written } of people) expect(written).toMatch(/^example /i)
})
