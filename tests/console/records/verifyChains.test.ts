import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../console/records/interviews.ts'
import { type Verified, verifyChains } from '../../../console/records/verifyChains.ts'
import { freshDatabase } from '../../support/database.ts'
import { begun, request, storedInterviews, taken } from '../../support/storedInterviews.ts'

let database: Database
let interviews: Interviews
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
})
afterAll(() => database.close())

/** An interview of five events, one of every shape that has to come back from the database as it went in. */
async function fiveEvents(): Promise<string> {
  const interview = await begun(interviews)
  const account = { do: 'account' as const, prompt: 'leaving.what-happened', words: 'O’Neil said "no"\n\\x 👋' }
  const people = { kind: 'people' as const, people: [{ called: 'Example Wren', relation: 'friend' }] }
  await taken(interviews, interview, request(account, { deviceAt: '2026-06-01T10:00:00.123+01:00' }))
  await taken(interviews, interview, request({ do: 'answer', prompt: 'leaving.friend', answer: people }))
  await taken(
    interviews,
    interview,
    request({ do: 'answer', prompt: 'safety.scale', answer: { kind: 'scale', value: 7 } }),
  )
  await taken(interviews, interview, request({ do: 'pause' }))
  await interviews.settled()
  return interview
}

async function verified(interview?: string): Promise<Verified[]> {
  const found: Verified[] = []
  for await (const one of verifyChains(database, interview)) found.push(one)
  return found
}

describe('verifyChains', () => {
  it('finds every interview whole when nothing has been changed', async () => {
    const whole = await Promise.all([fiveEvents(), fiveEvents()])
    const found = await verified()
    for (const interview of whole) expect(found).toContainEqual({ interview, ok: true, events: 5 })
    expect(new Set(found.map(({ interview }) => interview)).size).toBe(found.length)
  })

  it('finds an interview whole whose row has not caught up with its events', async () => {
    const interview = await fiveEvents()
    await taken(interviews, interview, request({ do: 'resume' }))
    expect(await verified(interview)).toEqual([{ interview, ok: true, events: 6 }])
  })

  it.each([
    {
      what: 'a changed word',
      sql: `update events set body = jsonb_set(body, '{words}', '"calm"') where seq = 2`,
      brokenAt: 2,
    },
    {
      what: 'a changed number',
      sql: `update events set body = jsonb_set(body, '{answer,value}', '6') where seq = 4`,
      brokenAt: 4,
    },
    { what: 'another person', sql: `update events set by = 'sam' where seq = 3`, brokenAt: 3 },
    { what: 'another voice', sql: `update events set voice = 'third-party' where seq = 3`, brokenAt: 3 },
    { what: 'another time', sql: `update events set at = at + interval '1 ms' where seq = 1`, brokenAt: 1 },
    {
      what: 'a time changed by less than a millisecond',
      sql: `update events set at = at + interval '1 us' where seq = 2`,
      brokenAt: 2,
    },
    { what: 'another turn', sql: `update events set turn = gen_random_uuid() where seq = 2`, brokenAt: 2 },
    { what: 'a changed hash', sql: `update events set hash = sha256(hash) where seq = 3`, brokenAt: 3 },
    { what: 'a body that is no event', sql: `update events set body = '{}' where seq = 2`, brokenAt: 2 },
    { what: 'a missing row', sql: 'delete from events where seq = 3', brokenAt: 3 },
    { what: 'a missing first row', sql: 'delete from events where seq = 1', brokenAt: 1 },
    { what: 'a missing last row', sql: 'delete from events where seq = 5', brokenAt: 5 },
    { what: 'no row left', sql: 'delete from events where true', brokenAt: 1 },
    {
      what: 'a cut tail made good',
      sql: 'delete from events where seq > 3',
      also: 'update interviews set seq = 3',
      brokenAt: 3,
    },
  ])('names the first broken event for $what', async ({ sql, also, brokenAt }) => {
    const interview = await fiveEvents()
    await database.pool.query(`${sql} and interview = $1`, [interview])
    if (also) await database.pool.query(`${also} where id = $1`, [interview])
    expect(await verified(interview)).toEqual([{ interview, ok: false, brokenAt }])
  })
})
