import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../console/records/database/openDatabase.ts'
import { hashOf } from '../../../locales/review.ts'
import { createTranslator } from '../../../locales/translator.ts'
import { freshConnection } from '../../support/database.ts'
import { smallArabic, smallReviews } from '../../support/smallWords.ts'
import { storedInterviews } from '../../support/storedInterviews.ts'
import { openConsole } from './openConsole.ts'

interface Process {
  database: Database
  small: Awaited<ReturnType<typeof smallReviews>>
  at: Awaited<ReturnType<typeof openConsole>>
}
let here: Process
let there: Process

beforeAll(async () => {
  const connection = await freshConnection()
  const open = async (): Promise<Process> => {
    const database = await openDatabase(connection, () => {})
    const translator = createTranslator()
    // Asks by itself so seldom that in this test it does not.
    const small = await smallReviews(database, { correct: translator.correct, everyMs: 3_600_000 })
    const at = await openConsole(storedInterviews(database), database, {
      adapterPool: database.pool,
      wordReviews: small.reviews,
      translator,
    })
    return { database, small, at }
  }
  here = await open()
  there = await open()
})
afterAll(async () => {
  for (const { at, small, database } of [here, there]) {
    small.reviews.stop()
    await at.close()
    await database.close()
  }
})

describe('two processes on one Postgres', () => {
  it('say the words that a linguist corrected at either', async () => {
    const key = 'answer/yes'
    const said = async () => {
      const response = await fetch(`${there.at.url}/locales/ar/guide.json`)
      return ((await response.json()) as Record<string, string>)[key]
    }
    expect(await said()).not.toBe('أجل')
    const outcome = await here.small.reviews.act(
      'ar',
      {
        ...{ file: 'guide', key, do: 'save', seen: 0, text: 'أجل', note: '', backTranslation: '' },
        english: hashOf(smallArabic.english.guide?.[key] ?? ''),
      },
      'sam',
    )
    expect(outcome.ok).toBe(true)
    await expect.poll(said, { timeout: 5_000 }).toBe('أجل')
    const review = await fetch(`${there.at.url}/locales/ar/review.json`)
    expect(await review.json()).toMatchObject({ signed: [] })
  })
})
