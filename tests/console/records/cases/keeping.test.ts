import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RetentionRule } from '../../../../console/casework/retention.ts'
import { createKeeping } from '../../../../console/records/keeping/createKeeping.ts'
import { followErasures } from '../../../../console/records/keeping/followErasures.ts'
import { verifyCaseChains } from '../../../../console/records/verifyChains.ts'
import { freshConnection } from '../../../support/database.ts'
import { keysOf } from '../../../support/keys.ts'
import { begunCase, type OpenCases, openCases, worker, wrote } from '../../../support/storedCases.ts'

let here: OpenCases
let there: OpenCases
beforeAll(async () => {
  const connection = await freshConnection()
  here = await openCases(connection)
  there = await openCases(connection)
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const rows = async (text: string, values: unknown[] = []) => (await here.database.pool.query(text, values)).rows
const demo = { id: 'sam', team: 'demo' }
const said = { type: 'declined', at: '2026-06-01T08:30:00Z', by: 'young-person', words: 'marked words' } as const
const checked: RetentionRule = {
  circumstance: null,
  years: 1,
  after: 'last-change',
  source: 'Example schedule',
  lastChecked: '2026-11-22',
}

describe('an erased episode', () => {
  it('leaves nothing of its case to read here or, soon, in another process; its codes and its chain stay', async () => {
    const episode = await begunCase(here, { type: 'named', calledAs: 'Example Ruff' }, said)
    expect((await there.cases.read(episode, 0))?.events).toHaveLength(3)
    const following = followErasures(there.database, there.forget, () => {}, 50)
    try {
      const doer = { by: 'manager', from: 'console' } as const
      expect(await here.keeping.eraseDue({ episode, interviews: [] }, doer)).toBe('erased')
      await expect.poll(() => there.cases.read(episode, 0), { timeout: 5_000 }).toBeUndefined()
    } finally {
      following.stop()
    }
    for (const { cases, episodes } of [here, there]) {
      expect(await cases.read(episode, 0)).toBeUndefined()
      expect(await cases.line(episode)).toBeUndefined()
      expect((await cases.desk(demo, { which: 'open' })).map(line => line.episode)).not.toContain(episode)
      expect(await cases.desk(demo, { which: 'open', name: 'ruff' })).toEqual([])
      expect(await cases.write(episode, { id: randomUUID(), body: said }, worker)).toEqual({
        ok: false,
        problem: 'unknown-case',
      })
      expect(await episodes.knowsEpisode(demo, episode)).toBe(false)
    }
    expect(await rows('select known_as, state from case_lines where episode = $1', [episode])).toEqual([
      { known_as: null, state: 'erased' },
    ])
    expect(await rows('select from case_names where episode = $1', [episode])).toEqual([])
    const declines = `select from case_events where episode = $1 and body ->> 'by' = 'young-person'`
    expect(await rows(declines, [episode])).toHaveLength(1)
    for await (const verified of verifyCaseChains(here.database, episode)) expect(verified).toMatchObject({ ok: true })
    expect(await here.audit.verify()).toMatchObject({ ok: true })
  })

  it('takes nothing more from a process that has it in memory still', async () => {
    const episode = await begunCase(there)
    await wrote(there, episode, said)
    await here.keeping.eraseDue({ episode, interviews: [] }, { by: 'manager', from: 'console' })
    const late = there.cases.write(
      episode,
      { id: randomUUID(), body: { type: 'named', calledAs: 'Example Ruff' } },
      worker,
    )
    expect(await late).toEqual({ ok: false, problem: 'unknown-case' })
    expect(await rows('select from case_names where episode = $1', [episode])).toEqual([])
  })
})

describe('retention', () => {
  it('counts a case without an interview, from when it was begun to its newest event, and how they were placed', async () => {
    const looked: RetentionRule = { ...checked, circumstance: 'looked-after', years: 50 }
    const { audit, episodeKeys } = keysOf(here.database)
    const keeping = (now: string) =>
      createKeeping({
        database: here.database,
        episodeKeys,
        audit,
        rules: [checked, looked],
        now: () => new Date(now),
        forget: () => {},
      })
    const plain = await begunCase(here)
    const lookedAfter = await begunCase(here, { type: 'described', facts: { lookedAfter: true } })
    const dueAt = async (now: string) => {
      const due: string[] = []
      for await (const { episode } of keeping(now).due()) due.push(episode)
      return due
    }
    expect(await dueAt('2027-05-30T12:00:00Z')).not.toContain(plain)
    const later = await dueAt('2027-06-03T12:00:00Z')
    expect(later).toContain(plain)
    expect(later).not.toContain(lookedAfter)
    expect(await dueAt('2077-06-03T12:00:00Z')).toContain(lookedAfter)
  })
})
