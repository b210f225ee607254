import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { byUrgency } from '../../../../console/casework/episode/byUrgency.ts'
import { AttemptOutcome, CaseEventBody, ClosedBecause } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { Means } from '../../../../console/casework/episode/eventValues.ts'
import { caseCodes } from '../../../../console/records/cases/caseRow.ts'
import type { CaseTold } from '../../../../console/records/cases/cases.ts'
import { type VerifiedCase, verifyCaseChains } from '../../../../console/records/verifyChains.ts'
import { freshConnection } from '../../../support/database.ts'
import {
  begunCase,
  casesOn,
  colleague,
  granted,
  notified,
  type OpenCases,
  openCases,
  outsider,
  worker,
  wrote,
} from '../../../support/storedCases.ts'
import { begun, request, robin, taken } from '../../../support/storedInterviews.ts'

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
const at = (text: string) => `2026-06-01T${text}:00Z`
const demo = { id: 'coordinator', team: 'demo' }
const offered: CaseEventBody = {
  type: 'offered',
  at: at('08:00'),
  means: 'phone',
  to: 'young-person',
  outcome: 'accepted',
}
const declined: CaseEventBody = {
  type: 'declined',
  at: at('08:30'),
  by: 'young-person',
  words: 'I said no to the last one',
}
async function verified(episode?: string): Promise<VerifiedCase[]> {
  const found: VerifiedCase[] = []
  for await (const one of verifyCaseChains(here.database, episode)) found.push(one)
  return found
}
const lineOf = async (episode: string) => {
  const desks = await Promise.all((['open', 'closed'] as const).map(which => there.cases.desk(demo, { which })))
  return desks.flat().find(line => line.episode === episode)
}

describe('begin', () => {
  it('opens an episode with its case and its line, sent twice or from two processes at once', async () => {
    const beginning = {
      episode: randomUUID(),
      id: randomUUID(),
      bodies: [notified, { type: 'named' as const, calledAs: 'Example Plover' }],
    }
    const [first, ...others] = await Promise.all([
      here.cases.begin(beginning, worker),
      there.cases.begin(beginning, worker),
      here.cases.begin(beginning, worker),
    ])
    for (const outcome of others) expect(granted(outcome).events).toEqual(granted(first).events)
    expect(granted(first).events.map(({ seq, body }) => [seq, body.type])).toEqual([
      [1, 'notified'],
      [2, 'named'],
    ])
    expect(await lineOf(beginning.episode)).toMatchObject({ seq: 2, calledAs: 'Example Plover', worker: 'robin' })
    expect(await here.cases.begin({ ...beginning, id: randomUUID() }, colleague)).toEqual({
      ok: false,
      problem: 'case-there',
    })
    const { lines } = await here.audit.lines({ act: 'case-begun' }, 50)
    expect(lines.map(({ episode }) => episode)).toContain(beginning.episode)
  })

  it('takes nothing that does not begin with who told of it, and keeps nothing of what it refuses', async () => {
    const episode = randomUUID()
    const refused = [[offered], [notified, { type: 'closed' as const, because: 'completed' as const }]]
    const problems = await Promise.all(
      refused.map(bodies => here.cases.begin({ episode, id: randomUUID(), bodies }, worker)),
    )
    expect(problems).toEqual([
      { ok: false, problem: 'bad-request' },
      { ok: false, problem: 'case-lacking' },
    ])
    expect(await rows('select from episodes where id = $1', [episode])).toEqual([])
  })

  it('is of the episode of an interview that was begun without one, with its worker, its key and its circle', async () => {
    const interview = await begun(here.interviews)
    await here.interviews.settled()
    const beginning = { episode: interview, id: randomUUID(), bodies: [notified] }
    expect(await there.cases.begin(beginning, outsider)).toEqual({ ok: false, problem: 'need-to-know' })
    const turn = granted(await there.cases.begin(beginning, colleague))
    expect(caseFrom(turn.events)).toMatchObject({ interviews: [interview], worker: 'robin' })
    expect(turn.interviews).toEqual([{ interview, state: 'open', held: null, concerns: [], concernIds: [] }])
    expect(await rows('select worker from episodes where id = $1', [interview])).toEqual([{ worker: 'robin' }])
  })

  it('is not of an episode whose words were destroyed', async () => {
    const interview = await begun(here.interviews)
    expect(await there.episodes.knows({ id: 'robin', team: 'demo' }, interview)).toBe(true)
    expect(await there.episodes.circleOfEpisode(interview)).toBeDefined()
    await here.keeping.erase(interview, { by: 'manager', from: 'console' })
    const beginning = { episode: interview, id: randomUUID(), bodies: [notified] }
    for (const each of [here, there]) {
      expect(await each.cases.begin(beginning, worker)).toEqual({ ok: false, problem: 'unknown-case' })
    }
  })
})

describe('write', () => {
  it('is one event and one answer however often and wherever one id is sent', async () => {
    const episode = await begunCase(here)
    const writing = { id: randomUUID(), body: offered }
    const [first, ...outcomes] = await Promise.all([
      there.cases.write(episode, writing, worker),
      ...[here, there, here].map(({ cases }) => cases.write(episode, writing, worker)),
    ])
    await wrote(there, episode, { type: 'missingAgain', at: at('09:00') })
    for (const outcome of [...outcomes, await there.cases.write(episode, writing, worker)]) {
      expect(granted(outcome).events).toEqual(granted(first).events)
    }
    expect(granted(first).events).toMatchObject([{ seq: 2, by: 'robin', body: offered }])
    expect((await here.cases.read(episode, 0))?.events).toHaveLength(3)
  })

  it('keeps numbers and chain whole when many write at once in two processes', async () => {
    const episode = await begunCase(here)
    const attempt: CaseEventBody = {
      type: 'attempted',
      at: at('08:00'),
      means: 'text',
      to: 'young-person',
      outcome: 'no-answer',
    }
    await Promise.all(Array.from({ length: 24 }, (_, each) => wrote(each % 2 ? here : there, episode, attempt)))
    const state = await there.cases.read(episode, 0)
    expect(state?.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, place) => place + 1))
    expect(await lineOf(episode)).toMatchObject({ seq: 25, attempts: 24 })
    expect(await verified(episode)).toEqual([{ episode, ok: true, events: 25 }])
  })

  it('refuses to close while something is lacking, and anything in a closed case but what may be', async () => {
    const episode = await begunCase(here)
    const close: CaseEventBody = { type: 'closed', because: 'declined-by-young-person' }
    const problem = async (body: CaseEventBody) => {
      const outcome = await there.cases.write(episode, { id: randomUUID(), body }, worker)
      return outcome.ok ? undefined : outcome.problem
    }
    expect(await problem(close)).toBe('case-lacking')
    const said = (await wrote(here, episode, declined)).events[0]
    expect(await problem(close)).toBeUndefined()
    expect(await lineOf(episode)).toMatchObject({ state: 'closed', due: [] })
    expect(await problem(offered)).toBe('case-closed')
    expect(await problem(close)).toBe('case-closed')
    expect(await problem({ type: 'late', deadline: 'DL-02', reason: 'service' })).toBeUndefined()
    // What it was closed for cannot be taken out from under it.
    expect(await problem({ type: 'withdrawn', event: said?.id ?? '' })).toBe('case-lacking')
    expect(await problem({ type: 'reopened' })).toBeUndefined()
    expect(await problem({ type: 'withdrawn', event: said?.id ?? '' })).toBeUndefined()
    expect(await problem({ type: 'withdrawn', event: said?.id ?? '' })).toBe('unknown-event')
    expect(await problem({ type: 'withdrawn', event: randomUUID() })).toBe('unknown-event')
  })

  it('changes who it is with, and so who needs to know, in the same commit', async () => {
    const episode = await begunCase(here)
    const kit = { id: 'kit', team: 'another' }
    expect(await there.episodes.knowsEpisode(kit, episode)).toBe(false)
    const given = await wrote(there, episode, { type: 'allocated', worker: 'kit' })
    expect(await there.episodes.knowsEpisode(kit, episode)).toBe(true)
    expect((await there.cases.desk(kit, { which: 'mine' })).map(line => line.episode)).toContain(episode)
    await wrote(there, episode, { type: 'allocated', worker: null })
    expect(await there.episodes.knowsEpisode(kit, episode)).toBe(false)
    expect(await lineOf(episode)).toMatchObject({ worker: null })
    expect(await rows('select worker from episodes where id = $1', [episode])).toEqual([{ worker: '' }])
    // Taking it back gives it to whoever had it before.
    await wrote(there, episode, { type: 'allocated', worker: 'sam' })
    await wrote(there, episode, { type: 'withdrawn', event: given.events[0]?.id ?? '' })
    expect(await lineOf(episode)).toMatchObject({ worker: 'sam' })
  })

  it('leaves nobody out of their own sight: a restricted case with no reviewer keeps its worker', async () => {
    const interview = await begun(here.interviews)
    granted(await here.cases.begin({ episode: interview, id: randomUUID(), bodies: [notified] }, worker))
    await here.episodes.change(interview, { restricted: true })
    const free: CaseEventBody = { type: 'allocated', worker: null }
    expect(await here.cases.write(interview, { id: randomUUID(), body: free }, worker)).toEqual({
      ok: false,
      problem: 'nobody-left',
    })
    await here.episodes.change(interview, { reviewers: ['sam'] })
    expect(await here.cases.write(interview, { id: randomUUID(), body: free }, worker)).toMatchObject({ ok: true })
  })

  it('lets no interview cover a case that its writer does not need to know of', async () => {
    const interview = await begun(here.interviews)
    const theirs = randomUUID()
    granted(await here.cases.begin({ episode: theirs, id: randomUUID(), bodies: [notified] }, outsider))
    const cover = (of: string) =>
      here.cases.write(theirs, { id: randomUUID(), body: { type: 'covered', interview: of } }, outsider)
    expect(await cover(interview)).toEqual({ ok: false, problem: 'need-to-know' })
    expect(await cover(randomUUID())).toEqual({ ok: false, problem: 'unknown-interview' })
  })
})

describe('what is stored', () => {
  it('folds to what it folds to in memory, whatever is written, by two processes', { timeout: 60_000 }, async () => {
    const words = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter(each => each.trim() !== '')
    const time = fc.constantFrom(at('05:00'), at('06:30'), '2026-06-01T10:00:00+01:00')
    const body: fc.Arbitrary<unknown> = fc.oneof(
      fc.record({ type: fc.constant('named'), calledAs: words }),
      fc.record({ type: fc.constant('timed'), moment: fc.constantFrom('found', 'returned', 'sent'), at: time }),
      fc.record({ type: fc.constant('described'), facts: fc.constant({ lookedAfter: true }), placingAuthority: words }),
      fc.record({
        type: fc.constant('attempted'),
        at: time,
        means: fc.constantFrom(...Means.options),
        to: fc.constantFrom('young-person', 'parent-or-carer'),
        outcome: fc.constantFrom(...AttemptOutcome.options),
        words,
      }),
      fc.record({ type: fc.constant('declined'), at: time, by: fc.constant('young-person'), words }),
      fc.record({ type: fc.constant('consent'), at: time, answer: fc.constantFrom('given', 'refused') }),
      fc.record({ type: fc.constant('parentInformation'), at: time, words }),
      fc.record({ type: fc.constant('allocated'), worker: fc.constantFrom('robin', 'sam', null) }),
      fc.record({ type: fc.constant('closed'), because: fc.constantFrom(...ClosedBecause.options) }),
      fc.record({ type: fc.constant('reopened') }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(body, fc.boolean()), { maxLength: 12 }), async all => {
        const episode = await begunCase(here)
        const written = [...((await here.cases.read(episode, 0))?.events ?? [])]
        for (const [each, isHere] of all) {
          const writing = { id: randomUUID(), body: CaseEventBody.parse(each) }
          const outcome = await (isHere ? here : there).cases.write(episode, writing, worker)
          if (outcome.ok) written.push(...outcome.turn.events)
        }
        const stored = (await there.cases.read(episode, 0))?.events ?? []
        expect(stored).toEqual(written)
        expect(caseFrom(stored)).toEqual(caseFrom(written))
        expect(await verified(episode)).toEqual([{ episode, ok: true, events: written.length }])
        const { state, worker: whose } = caseFrom(stored)
        expect(await here.cases.line(episode)).toMatchObject({ seq: written.length, state, worker: whose })
      }),
      { numRuns: 25 },
    )
  })

  it('has every word sealed, and codes in the clear', async () => {
    const episode = await begunCase(
      here,
      { type: 'named', calledAs: 'Markedname Dunlin' },
      { type: 'described', facts: { lookedAfter: true }, placingAuthority: 'Markedplace Council' },
      { type: 'timed', moment: 'found', at: at('05:00'), words: 'markedwords by the harbour' },
      declined,
    )
    await wrote(here, episode, { type: 'parentInformation', at: at('08:00'), words: 'markedwords of a carer' })
    const tables = ['episodes', 'case_events', 'case_lines', 'case_names', 'audit']
    const texts = await Promise.all(tables.map(table => rows(`select ${table}::text as row from ${table}`)))
    expect(JSON.stringify(texts)).not.toMatch(/marked|dunlin|reference 7|I said no/i)
    const [row] = await rows(`select body from case_events where episode = $1 and body ->> 'type' = 'described'`, [
      episode,
    ])
    expect(row.body).toEqual({ type: 'described', facts: { lookedAfter: true } })
    expect(await lineOf(episode)).toMatchObject({ calledAs: 'Markedname Dunlin', lookedAfter: true })
  })

  it('has no property in the clear in which anybody could write, and none that is neither code nor words', () => {
    const names = new Set(CaseEventBody.options.flatMap(({ shape }) => Object.keys(shape)))
    const words = ['reference', 'calledAs', 'words', 'placingAuthority', 'ownedBy', 'toldTo', 'service', 'authority']
    // Who is told what is sealed whole: whom they fear telling says something too.
    const sharing = ['recipient', 'stage', 'items', 'decision', 'why', 'digest', 'name', 'language', 'what']
    // What was weighed, and how.
    const balance = ['forChild', 'fromLine', 'line', 'part', 'value', 'whose']
    const police = ['from', 'certainty', 'thirdParty', 'handling', 'relation', 'knownToChildAs', 'replaces']
    const reviews = ['toName', 'consider', 'need', 'support', 'meeting', 'checks', 'sentBack']
    const followUps = ['sameWorker', 'who', 'howTheyAre', 'wantsMore']
    const others = [...balance, ...police, ...reviews, ...followUps]
    expect(names).toEqual(new Set([...caseCodes, ...words, ...sharing, ...others]))
    const text = 'Markedname was here'
    for (const { shape } of CaseEventBody.options) {
      for (const [name, schema] of Object.entries(shape) as [string, z.ZodType][]) {
        // A person's id is text, and says nothing of a child.
        if (!caseCodes.includes(name) || name === 'worker') continue
        expect([name, schema.safeParse(text).success]).toEqual([name, false])
      }
    }
  })

  it.each([
    ['a changed code', `update case_events set body = jsonb_set(body, '{means}', '"visit"') where seq = 2`, 2],
    ['another person', `update case_events set by = 'sam' where seq = 2`, 2],
    ['changed words', 'update case_events set sealed = sealed || sealed where seq = 1', 1],
    ['a missing last row', 'delete from case_events where seq = 3', 3],
    ['no row left', 'delete from case_events where true', 1],
  ])('is found not to be whole for %s', async (_, sql, brokenAt) => {
    const episode = await begunCase(here, offered, declined)
    await here.database.pool.query(`${sql} and episode = $1`, [episode])
    expect(await verified(episode)).toEqual([{ episode, ok: false, brokenAt }])
    const audit = await here.audit.verify()
    if (sql.startsWith('delete')) expect(audit).toMatchObject({ ok: false, why: 'record' })
    await rows('update case_lines set state = $2 where episode = $1', [episode, 'erased'])
  })
})

describe('interviews of a case', () => {
  const say = (interview: string, ...intents: Parameters<typeof request>[0][]) =>
    intents.reduce(
      (before, intent) => before.then(() => taken(here.interviews, interview, request(intent)).then(() => {})),
      Promise.resolve(),
    )

  it('begin under its key and circle, and their end and concerns move its clocks and its line, with those who look told', async () => {
    const episode = await begunCase(
      here,
      { type: 'timed', moment: 'returned', at: at('05:00') },
      { type: 'timed', moment: 'sent', at: at('08:59') },
      { type: 'forwarded', at: at('08:59'), to: 'social-worker' },
    )
    const interview = randomUUID()
    const opening = { interview, id: randomUUID(), language: 'en', regime: 'all-shared' as const, intents: [] }
    const turn = await here.interviews.begin({ ...opening, team: 'demo', episode }, robin)
    expect(turn.ok).toBe(true)
    expect(await rows('select episode from interviews where id = $1', [interview])).toEqual([{ episode }])
    await wrote(here, episode, { type: 'covered', interview })
    const told: CaseTold[] = []
    const stop = here.cases.onTurn(each => told.push(each))
    const before = await lineOf(episode)
    expect(before?.due.map(({ id }) => id)).toContain('DL-03')

    await say(interview, { do: 'concern', concern: randomUUID() })
    await here.cases.settled()
    expect((await lineOf(episode))?.due.map(({ id }) => id)).toContain('DL-10')
    expect(told.at(-1)?.turn).toMatchObject({ events: [], interviews: [{ interview, concerns: [expect.any(String)] }] })
    const count = told.length
    await say(interview, { do: 'account', prompt: 'leaving.what-happened', words: 'It was loud' })
    await here.cases.settled()
    expect(told).toHaveLength(count)

    await say(interview, { do: 'stop', whoseChoice: 'young-person' })
    await here.cases.settled()
    const line = await lineOf(episode)
    expect(line?.due.map(({ id }) => id)).not.toContain('DL-03')
    expect(told.at(-1)?.turn.clocks.find(({ id }) => id === 'DL-03')).toMatchObject({ state: 'met' })
    // The coordinator has it to review, by name too, until they have; nobody else's is there.
    const toReview = async (name?: string) =>
      (await here.cases.desk({ id: worker.by, team: worker.team }, { which: 'to-review', name })).map(
        each => each.episode,
      )
    await wrote(here, episode, { type: 'named', calledAs: 'Example Sanderling' })
    expect([await toReview(), await toReview('sanderling')]).toEqual([[episode], [episode]])
    const checks = { actions: 'yes', patterns: 'yes', carePlan: 'yes' } as const
    const review = { type: 'reviewed' as const, at: at('08:59'), by: 'coordinator' as const, checks }
    await wrote(there, episode, review, { ...worker, mayReview: true })
    expect([await toReview(), await toReview('sanderling')]).toEqual([[], []])
    await wrote(there, episode, { type: 'closed', because: 'completed' })
    stop()
  })

  it('count in every process, and after one ended before the line had followed', async () => {
    const episode = await begunCase(here, { type: 'timed', moment: 'returned', at: at('05:00') })
    const interview = await begun(here.interviews)
    await wrote(here, episode, { type: 'covered', interview })
    const broken = casesOn(here.database)
    broken.cases.stop()
    await taken(broken.interviews, interview, request({ do: 'concern', concern: randomUUID() }))
    expect((await lineOf(episode))?.due.map(({ id }) => id)).not.toContain('DL-10')
    await there.cases.recover()
    expect((await lineOf(episode))?.due.map(({ id }) => id)).toContain('DL-10')
    // This case's alone: others in this database are read by other settings, which makes their lines anew.
    expect(await rows('select 1 from case_lines where refreshed > 2 and episode = $1', [episode])).toEqual([])
  })

  it('are made anew at a start although one case cannot be read', async () => {
    const [broken, whole] = [
      await begunCase(here),
      await begunCase(here, { type: 'timed', moment: 'returned', at: at('05:00') }),
    ]
    await rows('update case_lines set seq = seq + 1 where episode = $1', [broken])
    await rows(`update case_lines set line = line - 'made' where episode = any($1::uuid[])`, [[broken, whole]])
    const faults = there.faults.length
    await there.cases.recover()
    expect(there.faults.length).toBeGreaterThan(faults)
    expect(await rows(`select line ? 'made' as made from case_lines where episode = $1`, [whole])).toEqual([
      { made: true },
    ])
    await rows('update case_lines set seq = seq - 1 where episode = $1', [broken])
  })

  it('are read as the settings say, with the other reading beside it; a line of another reading is made anew', async () => {
    const timed = (moment: 'notified' | 'returned') => ({ type: 'timed' as const, moment, at: at('08:00') })
    const episode = await begunCase(here, timed('notified'), timed('returned'))
    const dueOf = async () => (await lineOf(episode))?.due.find(({ id }) => id === 'DL-05')?.due
    const clocks = { readWithMoreTime: ['DL-05'], alsoCounted: ['DL-X1'] }
    const other = casesOn(here.database, { clocks })
    other.cases.stop()
    const [safer, longer] = ['2026-06-02T08:00:00.000Z', '2026-06-03T08:00:00.000Z']
    expect(await dueOf()).toBe(safer)
    const read = async ({ cases }: Pick<OpenCases, 'cases'>) => (await cases.read(episode, 0))?.clocks ?? []
    expect((await read(here)).find(({ id }) => id === 'DL-05')).toMatchObject({ due: safer, otherDue: longer })
    expect((await read(other)).find(({ id }) => id === 'DL-05')).toMatchObject({ due: longer, otherDue: safer })
    expect((await read(here)).map(({ id }) => id)).not.toContain('DL-X1')
    expect((await read(other)).map(({ id }) => id)).toContain('DL-X1')
    await other.cases.recover()
    expect(await dueOf()).toBe(longer)
    const { refreshed } = (await rows('select refreshed from case_lines where episode = $1', [episode]))[0] ?? {}
    await other.cases.recover()
    expect(await rows('select refreshed from case_lines where episode = $1', [episode])).toEqual([{ refreshed }])
    await here.cases.recover()
    expect(await dueOf()).toBe(safer)
  })
})

describe('desk', () => {
  it('shows the most urgent first, to those who need to know alone, and finds by whole words of a name', async () => {
    const team = `team ${randomUUID()}`
    const one = { ...worker, by: `worker ${randomUUID()}`, team }
    const begin = async (...bodies: CaseEventBody[]) => {
      const episode = randomUUID()
      granted(await here.cases.begin({ episode, id: randomUUID(), bodies: [notified, ...bodies] }, one))
      return episode
    }
    const late = await begin({ type: 'timed', moment: 'notified', at: '2026-05-20T08:00:00Z' })
    const soon = await begin(
      { type: 'timed', moment: 'notified', at: at('08:00') },
      { type: 'named', calledAs: 'Example Grey Wagtail' },
    )
    const undated = await begin({ ...offered, type: 'attempted', outcome: 'no-answer' } as CaseEventBody)
    const closed = await begin({ type: 'closed', because: 'opened-in-error' })
    const restricted = await begin({ type: 'allocated', worker: 'nobody-else' })
    await rows('update episodes set restricted = true where id = $1', [restricted])
    const mate = { id: `mate ${randomUUID()}`, team }
    const ids = (lines: readonly { episode: string }[]) => lines.map(({ episode }) => episode)

    const open = await there.cases.desk(mate, { which: 'open' })
    expect(ids(open)).toEqual([late, soon, undated])
    expect(open.toSorted(byUrgency)).toEqual(open)
    expect(ids(await there.cases.desk(mate, { which: 'closed' }))).toEqual([closed])
    expect(ids(await there.cases.desk(mate, { which: 'mine' }))).toEqual([])
    expect(ids(await there.cases.desk({ id: one.by, team: 'x' }, { which: 'mine' }))).toEqual([late, soon, undated])
    expect(ids(await there.cases.desk({ id: mate.id, team: 'no team' }, { which: 'open' }))).toEqual([])
    await rows('update episodes set reviewers = array[$2] where id = $1', [restricted, mate.id])
    expect(ids(await there.cases.desk(mate, { which: 'open' }))).toContain(restricted)

    const found = (name: string, which: 'open' | 'closed' | 'mine' = 'open') =>
      there.cases.desk(mate, { which, name }).then(ids)
    expect(await found('wagtail GREY')).toEqual([soon])
    expect(await found('wagt')).toEqual([])
    expect(await found('wagtail', 'closed')).toEqual([])
    expect(await found('wagtail', 'mine')).toEqual([])
    await wrote(here, soon, { type: 'named', calledAs: 'One Two Three Four Five Six Seven Eight' }, one)
    expect(await found('eight seven six five four three two one')).toEqual([soon])
    expect(await found('eight seven six five four three two nine')).toEqual([])
    expect(await found('one two three four five six seven nine')).toEqual([])
    await wrote(here, soon, { type: 'named', calledAs: 'Example Pied Wagtail' }, one)
    expect(await found('grey')).toEqual([])
    expect(await found('pied')).toEqual([soon])
  })
})
