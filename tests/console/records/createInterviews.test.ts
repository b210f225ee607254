import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews, Opening, Told } from '../../../console/records/interviews.ts'
import { freshDatabase } from '../../support/database.ts'
import { begun, demoMember, request, robin, sam, storedInterviews, taken } from '../../support/storedInterviews.ts'

let database: Database
let interviews: Interviews
/** Another process on the same database. */
let elsewhere: Interviews

beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
  elsewhere = storedInterviews(database)
})
afterAll(() => database.close())

const account = (words: string) => ({ do: 'account' as const, prompt: 'leaving.what-happened', words })
const opening = (other: Partial<Opening> = {}): Opening => ({
  interview: randomUUID(),
  id: randomUUID(),
  language: 'en',
  regime: 'all-shared',
  team: 'demo',
  intents: [],
  ...other,
})

describe('begin', () => {
  it('opens an interview with everything already known, in one turn', async () => {
    const asked = opening({
      intents: [
        { do: 'reply', text: 'Example Robin' },
        { do: 'go', to: 'leaving' },
      ],
    })
    const turn = await interviews.begin(asked, robin)
    expect(turn).toMatchObject({ ok: true, repeated: false, record: { seq: 3, at: 'leaving.what-happened' } })
    expect(turn.ok && turn.events[0]?.id).toBe(asked.id)
    expect((await interviews.list(demoMember)).find(({ id }) => id === asked.interview)).toMatchObject({
      knownAs: 'Example Robin',
      openedBy: 'robin',
      state: 'open',
      stage: 'leaving',
    })
  })

  it('begins one interview when it is sent twice at once, here and elsewhere', async () => {
    const asked = opening({ intents: [{ do: 'reply', text: 'Example Robin' }] })
    const turns = await Promise.all([interviews.begin(asked, robin), elsewhere.begin(asked, robin)])
    const later = await interviews.begin(asked, robin)
    for (const turn of [...turns, later]) {
      expect(turn).toEqual({ ...turns[0], repeated: turn.ok && turn.repeated })
    }
    expect([...turns, later].filter(turn => turn.ok && turn.repeated)).toHaveLength(2)
    expect(await interviews.eventsSince(asked.interview, 0)).toHaveLength(2)
  })

  it.each([
    { problem: 'unknown-language', asked: opening({ language: 'xx' }) },
    { problem: 'unknown-language', asked: opening({ intents: [{ do: 'language', to: 'xx' }] }) },
    { problem: 'unknown-prompt', asked: opening({ intents: [{ do: 'say', prompt: 'no.such' }] }) },
  ])('keeps nothing when it is refused as $problem', async ({ problem, asked }) => {
    expect(await interviews.begin(asked, robin)).toEqual({ ok: false, problem })
    expect(await interviews.record(asked.interview)).toBeUndefined()
  })
})

describe('turn', () => {
  it('keeps what was said, and answers with the record as it left it', async () => {
    const interview = await begun(interviews)
    const asked = request(account('It was loud'))
    const turn = await taken(interviews, interview, asked)
    expect(turn.events).toMatchObject([{ id: asked.id, seq: 2, by: 'robin', words: 'It was loud' }])
    expect(turn.record).toEqual(await interviews.record(interview))
  })

  it('says which interview is unknown', async () => {
    const refusal = { ok: false, problem: 'unknown-interview' }
    expect(await interviews.turn(randomUUID(), request({ do: 'next' }))).toEqual(refusal)
    expect(await interviews.turn('not-an-id', request({ do: 'next' }))).toEqual(refusal)
  })

  it('refuses a language there are no words in', async () => {
    const interview = await begun(interviews)
    const asked = request({ do: 'language', to: 'xx' })
    expect(await interviews.turn(interview, asked)).toEqual({ ok: false, problem: 'unknown-language' })
  })

  it('records one event and gives one answer however often and wherever one id is sent', async () => {
    const interview = await begun(interviews)
    const asked = request(account('It was loud'))
    const turns = await Promise.all(
      [interviews, elsewhere, interviews, elsewhere].map(each => taken(each, interview, asked)),
    )
    await taken(interviews, interview, request({ do: 'next' }))
    const afterRestart = await taken(storedInterviews(database), interview, asked)
    for (const turn of [...turns, afterRestart]) {
      expect({ ...turn, repeated: false }).toEqual({ ...turns[0], repeated: false })
    }
    expect(turns.filter(turn => !turn.repeated)).toHaveLength(1)
    expect(await interviews.eventsSince(interview, 0)).toHaveLength(3)
  })

  it('gives the first answer again to an id whose turn would be refused by now', async () => {
    const interview = await begun(interviews)
    const asked = request({ do: 'reply', text: 'Example Robin' })
    const first = await taken(interviews, interview, asked)
    await taken(interviews, interview, request({ do: 'stop', whoseChoice: 'young-person' }))
    expect(await interviews.turn(interview, asked)).toEqual({ ...first, repeated: true })
    expect(await storedInterviews(database).turn(interview, asked)).toEqual({ ...first, repeated: true })
  })

  it('changes nothing, and says so again, for a turn that has nothing to change', async () => {
    const interview = await begun(interviews)
    const asked = request({ do: 'next', prompt: 'safety.hurt' })
    expect(await interviews.turn(interview, asked)).toMatchObject({ ok: true, events: [], repeated: false })
    expect(await interviews.turn(interview, asked)).toMatchObject({ ok: true, events: [], repeated: true })
  })

  it('takes turns sent at once one after another, losing none', async () => {
    const interview = await begun(interviews)
    const turns = Array.from({ length: 30 }, (_, number) =>
      taken(number % 2 ? elsewhere : interviews, interview, request(account(`part ${number}`))),
    )
    const seqs = (await Promise.all(turns)).map(({ events }) => events[0]?.seq ?? 0)
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, number) => number + 2))
    const record = await interviews.record(interview)
    expect(record?.fields['leaving.what-happened']?.entries).toHaveLength(30)
    expect(await elsewhere.record(interview)).toEqual(record)
  })

  it('decides on what another process has recorded, not on what it remembers', async () => {
    const interview = await begun(interviews)
    await taken(elsewhere, interview, request({ do: 'pause' }))
    const asked = request({ do: 'reply', text: 'Example Robin' })
    expect(await interviews.turn(interview, asked)).toEqual({ ok: false, problem: 'paused' })
    await taken(elsewhere, interview, request({ do: 'resume' }))
    expect(await interviews.turn(interview, asked)).toMatchObject({ ok: true })
  })

  it('gives the same record warm, cold and after many others', async () => {
    const small = storedInterviews(database, { held: 1 })
    const [one, other] = [await begun(small), await begun(small)]
    for (const words of ['first', 'second', 'third']) {
      await taken(small, one, request(account(words)))
      await taken(small, other, request(account(words)))
    }
    const warm = await interviews.record(one)
    expect(warm?.seq).toBe(4)
    expect(await storedInterviews(database).record(one)).toEqual(warm)
    expect(await small.record(one)).toEqual(warm)
  })

  it('refuses an id that was used in another interview', async () => {
    const asked = request(account('It was loud'))
    await taken(interviews, await begun(interviews), asked)
    await expect(interviews.turn(await begun(interviews), asked)).rejects.toThrow('make a new one')
  })

  it('keeps text that Postgres cannot hold as text that it can', async () => {
    const interview = await begun(interviews)
    await taken(interviews, interview, request(account('before\0after \ud800 O’Neil 👋')))
    const record = await storedInterviews(database).record(interview)
    expect(record?.fields['leaving.what-happened']?.entries[0]?.value).toMatchObject({
      words: 'before\u{FFFD}after \u{FFFD} O’Neil 👋',
    })
  })

  it('says nothing of an answer when the database fails', async () => {
    const broken = await freshDatabase()
    const theirs = storedInterviews(broken)
    const interview = await begun(theirs)
    await broken.pool.query('alter table events add constraint refused check (seq < 2)')
    const failure = await theirs.turn(interview, request(account('marked words'))).catch(error => error)
    expect(failure).toBeInstanceOf(Error)
    expect(JSON.stringify({ ...failure, message: failure.message, cause: failure.cause })).not.toContain('marked')
    await broken.pool.query('alter table events drop constraint refused')
    expect(await theirs.turn(interview, request(account('marked words')))).toMatchObject({ ok: true })
    await broken.close()
  })
})

describe('list', () => {
  const line = async (from: Interviews, interview: string) =>
    (await from.list(demoMember)).find(({ id }) => id === interview)

  it('shows each turn at once, in every process, although rows are written a moment later', async () => {
    const interview = await begun(interviews)
    await taken(interviews, interview, request({ do: 'pause' }))
    expect(await line(interviews, interview)).toMatchObject({ state: 'paused' })
    expect(await line(elsewhere, interview)).toMatchObject({ state: 'paused' })
  })

  it('catches up with what a process that was killed could not write any more', async () => {
    const interview = await begun(interviews)
    await taken(interviews, interview, request({ do: 'pause' }))
    await interviews.settled()
    await database.pool.query(`update interviews set seq = 1, state = 'open' where id = $1`, [interview])
    const restarted = storedInterviews(database)
    expect(await line(restarted, interview)).toMatchObject({ state: 'paused' })
    await restarted.settled()
    const { rows } = await database.pool.query('select seq, state from interviews where id = $1', [interview])
    expect(rows).toEqual([{ seq: 2, state: 'paused' }])
  })

  it('never puts an older line over a newer one', async () => {
    const interview = await begun(interviews)
    await taken(interviews, interview, request({ do: 'pause' }))
    await taken(elsewhere, interview, request({ do: 'resume' }))
    await elsewhere.settled()
    await interviews.settled()
    expect(await line(interviews, interview)).toMatchObject({ state: 'open' })
  })

  it('tells of a line that could not be written, and writes it with the next change', async () => {
    const faults: unknown[] = []
    const own = await freshDatabase()
    const mine = storedInterviews(own, { onFault: error => faults.push(error) })
    const interview = await begun(mine)
    await own.pool.query(`alter table interviews add constraint refused check (state <> 'paused')`)
    await taken(mine, interview, request({ do: 'pause' }))
    await mine.settled()
    expect(faults.length).toBeGreaterThan(0)
    await own.pool.query('alter table interviews drop constraint refused')
    await taken(mine, await begun(mine), request({ do: 'next' }))
    await mine.settled()
    const { rows } = await own.pool.query('select state from interviews where id = $1', [interview])
    expect(rows).toEqual([{ state: 'paused' }])
    await own.close()
  })
})

describe('onTurn', () => {
  it('tells after the commit, in order, once for each turn and not for its repetition', async () => {
    const interview = await begun(interviews)
    const told: Told[] = []
    const committed: Promise<number>[] = []
    const stop = interviews.onTurn(each => {
      told.push(each)
      committed.push(elsewhere.eventsSince(interview, 0).then(events => events.length))
    })
    const asked = request({ do: 'concern', concern: randomUUID() })
    await taken(interviews, interview, asked)
    await taken(interviews, interview, asked)
    await taken(interviews, interview, request({ do: 'pause' }, sam))
    stop()
    await taken(interviews, interview, request({ do: 'resume' }))
    expect(told.map(({ events }) => events[0]?.type)).toEqual(['concernRaised', 'paused'])
    expect(told[0]?.summary()).toMatchObject({ id: interview, openConcerns: 1, openedBy: 'robin' })
    expect((await Promise.all(committed))[0]).toBeGreaterThanOrEqual(2)
  })

  it('takes the turn although a listener fails', async () => {
    const faults: unknown[] = []
    const mine = storedInterviews(database, { onFault: error => faults.push(error) })
    mine.onTurn(() => {
      throw new Error('told badly')
    })
    const interview = await begun(mine)
    await taken(mine, interview, request({ do: 'next' }))
    expect(faults).toHaveLength(2)
  })
})
