import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RetentionRule } from '../../../../console/casework/retention.ts'
import { verifyAudit } from '../../../../console/records/audit/verifyAudit.ts'
import { createConversations } from '../../../../console/records/createConversations.ts'
import { createEpisodes } from '../../../../console/records/createEpisodes.ts'
import { type Database, openDatabase } from '../../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../../console/records/interviews.ts'
import { createExports } from '../../../../console/records/keeping/createExports.ts'
import { createKeeping } from '../../../../console/records/keeping/createKeeping.ts'
import { followErasures } from '../../../../console/records/keeping/followErasures.ts'
import { verifyChains } from '../../../../console/records/verifyChains.ts'
import { freshConnection } from '../../../support/database.ts'
import { keysOf } from '../../../support/keys.ts'
import { begun, demoMember, request, storedInterviews, taken } from '../../../support/storedInterviews.ts'

/** Everything of one process on this database. */
function processOn(database: Database, rules: readonly RetentionRule[] = [], now = () => new Date()) {
  const { keys, episodeKeys, audit } = keysOf(database)
  const interviews = storedInterviews(database, { keys, episodeKeys, audit })
  const episodes = createEpisodes(database, episodeKeys, () => new Date())
  const forget = (interview: string) => {
    interviews.forget(interview)
    episodes.forget(interview)
  }
  const keeping = createKeeping({ database, episodeKeys, audit, rules, now, forget })
  return {
    interviews,
    episodes,
    keeping,
    audit,
    exports: createExports(database, episodeKeys, () => new Date()),
    forget,
  }
}

let database: Database
let another: Database
let here: ReturnType<typeof processOn>
let elsewhere: ReturnType<typeof processOn>
beforeAll(async () => {
  const connection = await freshConnection()
  database = await openDatabase(connection, () => {})
  another = await openDatabase(connection, () => {})
  here = processOn(database)
  elsewhere = processOn(another)
})
afterAll(async () => {
  await another.close()
  await database.close()
})

const rows = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows
const account = (words: string) => request({ do: 'account', prompt: 'leaving.what-happened', words })
const manager = { by: 'manager', from: 'console' as const }
const lines = async (interview: string) => (await here.audit.lines({ interview }, 50)).lines.map(({ act }) => act)

/** An interview with a name, words and a coded answer, whose line is written. */
async function told(interviews: Interviews): Promise<string> {
  const interview = await begun(interviews)
  await taken(interviews, interview, request({ do: 'reply', text: 'Example Sandpiper' }))
  await taken(interviews, interview, account('marked words of a child'))
  await taken(
    interviews,
    interview,
    request({ do: 'answer', prompt: 'safety.hurt', answer: { kind: 'plain', said: 'yes' } }),
  )
  await interviews.settled()
  return interview
}

describe('erase', () => {
  it('leaves nothing that could be read: no key, name, reason, export or conversation', async () => {
    const interview = await told(here.interviews)
    const by = { id: 'sam', team: 'another' }
    await here.episodes.breakGlass(by, interview, 'a reason that says a lot')
    await here.keeping.hold(interview, 'manager', 'a court asked for it')
    await here.keeping.release(interview, 'manager')
    await here.exports.finish(interview, 'manager', () => '{"handed":"out"}')
    await createConversations(database).link('a channel and its user', interview)
    expect(await rows('select * from names where interview = $1', [interview])).toHaveLength(2)

    expect((await elsewhere.episodes.notices('demo')).map(each => each.interview)).toContain(interview)
    expect(await here.keeping.erase(interview, manager, 'their authority asked')).toBe('erased')
    // Also where the key is still in memory, there is nothing to open.
    expect(await elsewhere.episodes.notices('demo')).toEqual([])

    const [episode] = await rows('select * from episodes where id = $1', [interview])
    expect(episode).toMatchObject({ wrapped: null, master: null, destroyed_at: expect.any(Date) })
    expect(await rows('select * from names where interview = $1', [interview])).toEqual([])
    expect(await rows('select * from exports where interview = $1', [interview])).toEqual([])
    expect(await rows('select * from conversations where interview = $1', [interview])).toEqual([])
    expect(await rows('select known_as from interviews where id = $1', [interview])).toEqual([{ known_as: null }])
    expect(await rows('select reason from holds where episode = $1', [interview])).toEqual([{ reason: null }])
    const [glass] = await rows('select reason from broken_glass where episode = $1', [interview])
    expect(glass.reason).toHaveLength(0)
  })

  it('leaves nothing to find in the process that did it', async () => {
    const interview = await told(here.interviews)
    const before = await here.interviews.eventsSince(interview, 0)
    await here.keeping.erase(interview, manager)
    expect(await here.interviews.record(interview)).toBeUndefined()
    expect(await here.interviews.lastKnown(interview)).toBeUndefined()
    expect(await here.interviews.summary(interview)).toBeUndefined()
    expect(await here.interviews.eventsSince(interview, 0)).toEqual([])
    expect(await here.interviews.turn(interview, account('more'))).toEqual({ ok: false, problem: 'unknown-interview' })
    // Not even as the answer to a turn that was taken, sent again.
    const again = { ...account('marked words of a child'), id: before.at(-1)?.id ?? '' }
    expect(await here.interviews.turn(interview, again)).toEqual({ ok: false, problem: 'unknown-interview' })
    expect((await here.interviews.list(demoMember)).map(({ id }) => id)).not.toContain(interview)
    expect((await here.interviews.list(demoMember, 'sandpiper')).map(({ id }) => id)).not.toContain(interview)
    expect(await here.episodes.circleOf(interview)).toBeUndefined()
    expect(await here.episodes.knows(demoMember, interview)).toBe(false)
    expect(await here.keeping.standing(interview)).toBeUndefined()
    expect(await here.exports.change(interview, 'manager', choices => choices)).toBeUndefined()
  })

  it('leaves nothing to find in another process that had it in memory, soon', async () => {
    const interview = await told(here.interviews)
    expect(await elsewhere.interviews.record(interview)).toMatchObject({ seq: 4 })
    expect(await elsewhere.episodes.knows(demoMember, interview)).toBe(true)
    const following = followErasures(another, elsewhere.forget, () => {}, 50)
    try {
      await here.keeping.erase(interview, manager)
      await expect.poll(() => elsewhere.interviews.record(interview), { timeout: 5_000 }).toBeUndefined()
      expect(await elsewhere.interviews.eventsSince(interview, 0)).toEqual([])
      expect(await elsewhere.interviews.turn(interview, account('more'))).toMatchObject({
        problem: 'unknown-interview',
      })
      expect(await elsewhere.episodes.knows(demoMember, interview)).toBe(false)
    } finally {
      following.stop()
    }
  })

  it('goes on following where the database could not be asked for a while, and says so', async () => {
    const failures: unknown[] = []
    const forgotten: string[] = []
    let down = true
    const pool = Object.assign(Object.create(another.pool) as typeof another.pool, {
      query: (asked: { text: string; values: unknown[] }) =>
        down ? Promise.reject(new Error('down')) : another.pool.query(asked.text, asked.values),
    })
    const following = followErasures(
      { pool },
      each => forgotten.push(each),
      error => failures.push(error),
      20,
    )
    try {
      await expect.poll(() => failures.length, { timeout: 5_000 }).toBeGreaterThan(1)
      const interview = await told(here.interviews)
      await here.keeping.erase(interview, manager)
      down = false
      await expect.poll(() => forgotten, { timeout: 5_000 }).toContain(interview)
    } finally {
      following.stop()
    }
  })

  it('lets no name come back from a process that writes its line late', async () => {
    const interview = await begun(elsewhere.interviews)
    await taken(elsewhere.interviews, interview, request({ do: 'reply', text: 'Example Sanderling' }))
    // Its line waits to be written, with the name in it.
    await here.keeping.erase(interview, manager)
    await elsewhere.interviews.settled()
    expect(await rows('select * from names where interview = $1', [interview])).toEqual([])
  })

  it('keeps the codes for counting, and every chain whole', async () => {
    const interview = await told(here.interviews)
    const count = `select body from events where interview = $1 and body -> 'answer' ->> 'said' = 'yes'`
    const [before] = await rows(count, [interview])
    await here.keeping.erase(interview, manager)
    expect(await rows(count, [interview])).toEqual([before])
    for await (const verified of verifyChains(database)) expect(verified.ok).toBe(true)
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
    expect(await lines(interview)).toContain('episode-erased')
  })

  it('is in the audit before it is done, and not done where the audit cannot be written', async () => {
    const interview = await told(here.interviews)
    const { episodeKeys } = keysOf(database)
    const audit = { write: () => Promise.reject(new Error('The audit was not written.')) }
    const unaudited = createKeeping({
      database,
      episodeKeys,
      audit,
      rules: [],
      now: () => new Date(),
      forget: () => {},
    })
    await expect(unaudited.erase(interview, manager)).rejects.toThrow('audit')
    expect(await here.interviews.record(interview)).toBeDefined()
  })

  it('is done once, and to what there is', async () => {
    const interview = await told(here.interviews)
    const both = await Promise.all([
      here.keeping.erase(interview, manager),
      elsewhere.keeping.erase(interview, manager),
    ])
    expect(both.toSorted()).toEqual(['erased', 'unknown-interview'])
    expect(await here.keeping.erase(randomUUID(), manager)).toBe('unknown-interview')
    expect(await here.keeping.erase('no id', manager)).toBe('unknown-interview')
  })

  it('cannot be undone by wrapping a key again', async () => {
    const interview = await told(here.interviews)
    await here.keeping.erase(interview, manager)
    const wrap = database.pool.query(`update episodes set wrapped = 'x', master = 'example' where id = $1`, [interview])
    await expect(wrap).rejects.toMatchObject({ code: '23514' })
  })
})

describe('a hold', () => {
  it('keeps an episode from being erased until it is released', async () => {
    const interview = await told(here.interviews)
    expect(await here.keeping.hold(interview, 'manager', 'a court asked for it')).toBe('held')
    expect(await elsewhere.keeping.hold(interview, 'manager', 'again')).toBe('held-already')
    expect((await here.keeping.standing(interview))?.hold).toMatchObject({
      by: 'manager',
      reason: 'a court asked for it',
    })
    expect(await elsewhere.keeping.erase(interview, manager)).toBe('held')
    expect(await here.interviews.record(interview)).toMatchObject({ seq: 4 })
    expect(await here.keeping.release(interview, 'manager')).toBe('released')
    expect(await here.keeping.release(interview, 'manager')).toBe('not-held')
    expect((await here.keeping.standing(interview))?.hold).toBeNull()
    expect(await here.keeping.erase(interview, manager)).toBe('erased')
    expect(await lines(interview)).toEqual(
      expect.arrayContaining(['episode-held', 'episode-released', 'episode-erased']),
    )
  })

  it('is sealed in the database', async () => {
    const interview = await told(here.interviews)
    await here.keeping.hold(interview, 'manager', 'a marked reason')
    const [hold] = await rows('select reason from holds where episode = $1', [interview])
    expect(hold.reason.toString('latin1')).not.toContain('marked')
  })

  it('and an erasure at the same moment never both happen', async () => {
    for (let round = 0; round < 10; round++) {
      const interview = await begun(here.interviews)
      const [hold, erase] = await Promise.all([
        here.keeping.hold(interview, 'manager', 'a court asked for it'),
        elsewhere.keeping.erase(interview, manager),
      ])
      const [episode] = await rows('select destroyed_at from episodes where id = $1', [interview])
      expect([hold, erase]).toEqual(episode.destroyed_at === null ? ['held', 'held'] : ['unknown-interview', 'erased'])
    }
  })
})

describe('due', () => {
  const rule: RetentionRule = {
    circumstance: null,
    years: 6,
    after: 'last-change',
    source: 'an example',
    lastChecked: '2026-01-01',
  }
  const lookedAfter: RetentionRule = { ...rule, circumstance: 'looked-after', years: 75 }
  const dueIn = async (rules: readonly RetentionRule[], year: number) => {
    const { keeping } = processOn(database, rules, () => new Date(`${year}-07-01T00:00:00Z`))
    const found: string[] = []
    for await (const { interviews } of keeping.due()) found.push(...interviews)
    return found
  }
  const circumstances = (option: string) =>
    request({ do: 'answer', prompt: 'prepare.circumstances', answer: { kind: 'choices', options: [option] } })

  it('lists what was kept for as long as a checked rule says, and nothing that is held or was erased', async () => {
    const [plain, held, erased, long, corrected] = (await Promise.all(
      Array.from({ length: 5 }, () => told(here.interviews)),
    )) as [string, string, string, string, string]
    await here.keeping.hold(held, 'manager', 'a court asked for it')
    await here.keeping.erase(erased, manager)
    await taken(here.interviews, long, circumstances('looked-after'))
    await taken(here.interviews, corrected, circumstances('looked-after'))
    await taken(here.interviews, corrected, circumstances('none-of-these'))
    const these = new Set([plain, held, erased, long, corrected])
    const mine = async (rules: readonly RetentionRule[], year: number) =>
      (await dueIn(rules, year)).filter(id => these.has(id)).toSorted()
    expect(await mine([rule, lookedAfter], 2031)).toEqual([])
    expect(await mine([rule, lookedAfter], 2032)).toEqual([plain, corrected].toSorted())
    expect(await mine([rule, lookedAfter], 2102)).toEqual([plain, corrected, long].toSorted())
    expect(await mine([{ ...rule, lastChecked: null }], 2102)).toEqual([])
    // The longest decides, and nobody has checked it.
    expect(await mine([rule, { ...lookedAfter, lastChecked: null }], 2102)).toEqual([plain, corrected].toSorted())
  })

  it('goes through more than a page of them', async () => {
    await Promise.all(Array.from({ length: 210 }, () => begun(here.interviews)))
    const found = await dueIn([rule], 2040)
    const [{ open }] = await rows(
      `select count(*)::int as open from episodes where destroyed_at is null and not exists (select from holds where episode = episodes.id and released_at is null)`,
    )
    expect(found).toHaveLength(open)
    expect(new Set(found).size).toBe(open)
  })
})
