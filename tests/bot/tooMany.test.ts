import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../console/records/database/openDatabase.ts'
import { createLimits } from '../../console/server/edge/createLimits.ts'
import { freshDatabase } from '../support/database.ts'
import { activityOf, listening, servicesOn, tokenOf } from './botOverHttp.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('asks a person who sends too much to wait, in a sentence, before the activity is read', async () => {
  // A fifth of it is one person's: two activities.
  const limits = createLimits(10)
  const bot = await listening(servicesOn(database, { waitOf: limits.person.take }))
  const authorization = `Bearer ${await tokenOf()}`
  for (const text of ['help', 'help'])
    expect(await bot.post(activityOf({ text }), authorization)).toMatchObject({ status: 200 })
  const refused = await fetch(bot.url, { method: 'POST', body: 'not read', headers: { authorization } })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await refused.json()).toEqual({ error: expect.stringMatching(/^Too many .+\.$/) })
  await bot.close()
})
