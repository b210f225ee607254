import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../console/contract/people.ts'
import type { AttemptResponse, PracticeChange } from '../../../console/contract/practice.ts'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { TraineeSaid } from '../../../dialogs/practice/young/practiceTalk.ts'
import { freshConnection } from '../../support/database.ts'
import { type Client, granted, next, tokens } from './openConsole.ts'
import { openProcess, type Process } from './openProcess.ts'

const trainee: Person = { id: 'trainee', role: 'trainee', team: 'demo' }
const trainer: Person = { id: 'trainer', role: 'trainer', team: 'demo' }
const interviewer: Person = { id: 'interviewer', role: 'interviewer', team: 'demo' }
const manager: Person = { id: 'manager', role: 'manager', team: 'demo' }

let here: Process
let there: Process
let database: Database
beforeAll(async () => {
  const connection = await freshConnection()
  here = await openProcess(connection)
  there = await openProcess(connection)
  database = here.database
})
afterAll(async () => {
  await here.close()
  await there.close()
})

const words = (said: string): TraineeSaid => ({ did: 'said', words: said })
const tell = words('Tell me everything that happened.')

async function ask(person: Person, method: string, path: string, body?: object, at = here) {
  const response = await fetch(`${at.at.url}/api/practice/${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokens.issue(person)}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  })
  return { status: response.status, body: await response.json() }
}

async function begun(person = trainee, more: object = {}): Promise<string> {
  const attempt = randomUUID()
  const made = await ask(person, 'POST', 'attempts', { attempt, scenario: 'small', level: 'usual', ...more })
  expect(made).toMatchObject({ status: 200, body: { attempt: { id: attempt, turns: 0 } } })
  return attempt
}
const say = (client: Client, attempt: string, after: number, said: TraineeSaid = tell, id: string = randomUUID()) =>
  client.emitWithAck('practice:say', { attempt, id, after, said })

async function twice(send: () => Promise<unknown>): Promise<void> {
  await send()
  await send()
}

/** Ended, with so many turns. */
async function practised(turns = 2): Promise<string> {
  const attempt = await begun()
  const client = await here.at.client(trainee)
  for (let after = 0; after < turns; after++) granted(await say(client, attempt, after))
  expect(await ask(trainee, 'POST', `attempts/${attempt}/end`)).toMatchObject({
    body: { attempt: { ended: 'stopped' } },
  })
  return attempt
}

describe('an attempt', () => {
  it('shows while it goes on what is said and seen, and nothing of how it is coded', async () => {
    const attempt = await begun()
    const client = await here.at.client(trainee)
    const { turns } = granted(await say(client, attempt, 0))
    expect(turns).toMatchObject([{ number: 1, said: tell, reply: { says: expect.any(String) } }])
    expect(JSON.stringify(turns)).not.toMatch(/trust|coded|kind|effects/)
    const read = await ask(trainee, 'GET', `attempts/${attempt}`)
    expect(read).toMatchObject({
      status: 200,
      body: { turns, goesOn: true, card: { id: 'small' }, trainee: { id: 'trainee' } },
    })
    expect(JSON.stringify(read.body.card)).not.toMatch(/units|mistakes|trust/)
    expect(await ask(trainee, 'GET', `attempts/${attempt}/turns`)).toMatchObject({
      status: 409,
      body: { problem: 'attempt-goes-on' },
    })
    expect((await ask(trainer, 'GET', `attempts/${attempt}/turns`)).body.turns[0]).toMatchObject({
      coded: { class: expect.any(String) },
      state: { turn: 1 },
    })
    await ask(trainee, 'POST', `attempts/${attempt}/end`)
    expect(await ask(trainee, 'GET', `attempts/${attempt}/turns`)).toMatchObject({
      status: 200,
      body: { scenario: { id: 'small' }, first: { turn: 0 }, turns: [{ effects: expect.any(Array) }] },
    })
  })

  it.each([
    ['interviewer', interviewer],
    ['manager', manager],
    ['trainee of the same team', { ...trainee, id: 'interviewer', role: 'interviewer' } as Person],
  ])('is not for any other %s', async (_who, person) => {
    const attempt = await practised(1)
    for (const [method, path, body] of [
      ['GET', ''],
      ['GET', '/turns'],
      ['POST', '/end'],
      ['POST', '/retry', { attempt: randomUUID(), from: 1 }],
      ['POST', '/disputes', { turn: 1, class: 'other', why: 'No.' }],
      ['DELETE', ''],
    ] as const) {
      const answer = await ask(person, method, `attempts/${attempt}${path}`, body)
      expect(answer).toMatchObject({ status: 403, body: { problem: 'not-your-attempt' } })
    }
    const client = await here.at.client(person)
    expect(await client.emitWithAck('practice:join', { attempt, since: 0 })).toMatchObject({
      problem: 'not-your-attempt',
    })
    expect(await say(client, attempt, 1)).toMatchObject({ problem: 'not-your-attempt' })
  })

  it('is not for a trainer of another team', async () => {
    const attempt = await practised(1)
    await database.pool.query(`update practice_attempts set team = 'another' where id = $1`, [attempt])
    here.at.practice.attempts.forget(attempt)
    expect(await ask(trainer, 'GET', `attempts/${attempt}`)).toMatchObject({ status: 403 })
    const comment = { id: randomUUID(), turn: 1, text: 'Good.' }
    expect(await ask(trainer, 'POST', `attempts/${attempt}/comments`, comment)).toMatchObject({ status: 403 })
    expect(await ask(trainee, 'GET', `attempts/${attempt}`)).toMatchObject({ status: 200 })
    const { body } = await ask(trainer, 'GET', 'cohort')
    expect(body.attempts.map(({ id }: { id: string }) => id)).not.toContain(attempt)
    await ask(trainee, 'DELETE', `attempts/${attempt}`)
  })

  it('goes on in the guide on a record of its own', async () => {
    const attempt = await begun()
    const client = await here.at.client(trainee)
    const reply = {
      attempt,
      id: randomUUID(),
      deviceAt: new Date().toISOString(),
      seen: 6,
      intent: { do: 'pause' },
    } as const
    const { events } = granted(await client.emitWithAck('practice:reply', reply))
    expect(events).toMatchObject([{ type: 'paused', seq: 7, by: 'trainee', interview: attempt }])
    expect(granted(await client.emitWithAck('practice:reply', reply)).events).toEqual(events)
    const read: AttemptResponse = (await ask(trainee, 'GET', `attempts/${attempt}`)).body
    expect(read.events.map(({ type }) => type)).toEqual([
      'opened',
      // What is known before the talk, and where it begins.
      ...Array.from({ length: 4 }, () => 'answered'),
      'movedTo',
      'paused',
    ])
  })
})

it('is closed to a trainer who trains its trainee no more', async () => {
  const attempt = await begun()
  const watching = await here.at.client(trainer)
  granted(await watching.emitWithAck('practice:join', { attempt, since: 0 }))
  const closed = next(watching, 'practice:closed')
  await database.pool.query(`update practice_attempts set team = 'another' where id = $1`, [attempt])
  here.at.practice.attempts.forget(attempt)
  // Somebody else signs out: then everyone is looked at.
  const cookie = await here.at.cookie(manager)
  await fetch(`${here.at.url}/api/session`, { method: 'DELETE', headers: { cookie, origin: here.at.url } })
  expect(await closed).toBe(attempt)
  const client = await here.at.client(trainee)
  const heard: unknown[] = []
  watching.on('practice:turn', told => heard.push(told))
  granted(await say(client, attempt, 0))
  expect(await watching.emitWithAck('practice:join', { attempt, since: 0 })).toMatchObject({
    problem: 'not-your-attempt',
  })
  expect(heard).toEqual([])
})

describe.each(['this process', 'another process'])('to someone watching from %s', from => {
  const other = () => (from === 'this process' ? here : there)

  it('is told what is said, after it is kept', async () => {
    const attempt = await begun()
    const [client, watching] = [await here.at.client(trainee), await other().at.client(trainer)]
    expect(granted(await watching.emitWithAck('practice:join', { attempt, since: 0 }))).toMatchObject({ turns: [] })
    const turn = next(watching, 'practice:turn')
    const { turns } = granted(await say(client, attempt, 0))
    expect(await turn).toMatchObject({ attempt: { id: attempt, turns: 1 }, turns })
    expect(await say(watching, attempt, 1)).toMatchObject({ problem: 'not-your-attempt' })
    const end = next(watching, 'practice:turn', ({ attempt: { ended } }) => ended !== undefined)
    await ask(trainee, 'POST', `attempts/${attempt}/end`)
    expect(await end).toMatchObject({ attempt: { ended: 'stopped' }, turns: [] })
  })

  it('says to its trainee that someone watches, and when they have gone', async () => {
    const attempt = await begun()
    const client = await here.at.client(trainee)
    granted(await client.emitWithAck('practice:join', { attempt, since: 0 }))
    const watched = (trainers: number) =>
      next(client, 'practice:watched', told => told.attempt === attempt && told.trainers === trainers)
    const watching = await other().at.client(trainer)
    const come = watched(1)
    granted(await watching.emitWithAck('practice:join', { attempt, since: 0 }))
    await come
    const gone = watched(0)
    watching.close()
    await gone
  })

  it('is closed when its trainee takes it back, and then is nowhere', async () => {
    const attempt = await practised(1)
    const watching = await other().at.client(trainer)
    granted(await watching.emitWithAck('practice:join', { attempt, since: 0 }))
    const closed = next(watching, 'practice:closed')
    expect(await ask(trainee, 'DELETE', `attempts/${attempt}`)).toMatchObject({ status: 200 })
    expect(await closed).toBe(attempt)
    expect(await ask(trainee, 'GET', `attempts/${attempt}`, undefined, other())).toMatchObject({ status: 404 })
    expect(await watching.emitWithAck('practice:join', { attempt, since: 0 })).toMatchObject({
      problem: 'unknown-attempt',
    })
  })

  it('with two pages open takes what is said in one of them, and says so in the other', async () => {
    const attempt = await begun()
    const [one, two] = [await here.at.client(trainee), await other().at.client(trainee)]
    const replies = await Promise.all([say(one, attempt, 0), say(two, attempt, 0)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed-meanwhile' })
    const change: PracticeChange = granted(await two.emitWithAck('practice:join', { attempt, since: 1, after: 0 }))
    expect(change.turns.map(({ number }) => number)).toEqual([1])
    granted(await say(two, attempt, 1))
    expect(await say(one, attempt, 1)).toMatchObject({ problem: 'changed-meanwhile' })
    granted(await say(one, attempt, 2))
  })

  it('says once what is sent twice', async () => {
    const attempt = await begun()
    const [one, two] = [await here.at.client(trainee), await other().at.client(trainee)]
    const id = randomUUID()
    const replies = await Promise.all([say(one, attempt, 0, tell, id), say(two, attempt, 0, tell, id)])
    expect(replies.map(reply => granted(reply).turns)).toEqual([granted(replies[0]).turns, granted(replies[0]).turns])
    expect((await ask(trainee, 'GET', `attempts/${attempt}`)).body.turns).toHaveLength(1)
  })
})

describe('looking back', () => {
  it('shows what a talk did once it has ended, and to a trainer meanwhile', async () => {
    const attempt = await begun()
    const client = await here.at.client(trainee)
    granted(await say(client, attempt, 0))
    const early = await ask(trainee, 'GET', `attempts/${attempt}/debrief`)
    expect(early).toMatchObject({ status: 409, body: { problem: 'attempt-goes-on' } })
    expect(await ask(trainer, 'GET', `attempts/${attempt}/debrief`)).toMatchObject({ status: 200 })
    await ask(trainee, 'POST', `attempts/${attempt}/end`)
    expect(await ask(manager, 'GET', `attempts/${attempt}/debrief`)).toMatchObject({ status: 403 })
    expect((await ask(trainee, 'GET', `attempts/${attempt}/debrief`)).body).toMatchObject({
      attempt: { id: attempt, ended: 'stopped' },
      turns: [{ number: 1, said: tell }],
      debrief: { scenario: 'small', turns: [{ number: 1, class: expect.any(String) }], untold: expect.any(Array) },
      scenario: { units: expect.any(Array) },
      notes: { comments: [], disputes: [] },
    })
  })

  it('puts the scores of attempts that have ended beside each other, for the trainee and their trainers', async () => {
    const attempt = await practised(1)
    const open = await begun()
    const own = (await ask(trainee, 'GET', 'progress')).body
    const ids = own.attempts.map((each: { attempt: { id: string } }) => each.attempt.id)
    expect(ids).toContain(attempt)
    expect(ids).not.toContain(open)
    expect(own.attempts[ids.indexOf(attempt)]).toMatchObject({
      scores: { recommended: { done: 1, of: 1 }, told: { of: 10 } },
    })
    const elsewhere = await practised(1)
    await database.pool.query(`update practice_attempts set team = 'another' where id = $1`, [elsewhere])
    const seen = (await ask(trainer, 'GET', 'progress?trainee=trainee')).body
    expect(seen).toMatchObject({ trainee: { id: 'trainee', role: 'trainee' } })
    const seenIds = seen.attempts.map((each: { attempt: { id: string } }) => each.attempt.id)
    expect(seenIds).toContain(attempt)
    expect(seenIds).not.toContain(elsewhere)
    expect((await ask(trainer, 'GET', 'progress')).body).toEqual({
      trainee: { id: 'trainer', role: 'trainer' },
      attempts: [],
    })
    expect(await ask(manager, 'GET', 'progress?trainee=trainee')).toMatchObject({ status: 403 })
    expect(await ask(trainer, 'GET', 'progress?trainee=nobody')).toMatchObject({ status: 404 })
  })
})

describe('a trainer', () => {
  it('comments on a turn and answers a dispute, which the trainee reads', async () => {
    const attempt = await practised()
    const comment = { id: randomUUID(), turn: 2, text: 'You waited well here.' }
    await twice(() => ask(trainer, 'POST', `attempts/${attempt}/comments`, comment))
    const dispute = { turn: 1, class: 'cued-invitation', why: 'She had told me of it.' }
    expect(await ask(trainee, 'POST', `attempts/${attempt}/disputes`, dispute)).toMatchObject({ status: 200 })
    expect((await ask(trainer, 'GET', 'cohort')).body.unanswered).toMatchObject({ [attempt]: 1 })
    const answer = { turn: 1, agrees: true, note: 'I see it so too.' }
    expect(await ask(trainer, 'POST', `attempts/${attempt}/disputes/answer`, answer)).toMatchObject({ status: 200 })
    expect((await ask(trainee, 'GET', `attempts/${attempt}/turns`)).body.notes).toEqual({
      comments: [{ ...comment, by: 'trainer', at: expect.any(String) }],
      disputes: [
        {
          ...{ ...dispute, by: 'trainee', at: expect.any(String) },
          answer: { by: 'trainer', at: expect.any(String), agrees: true, note: 'I see it so too.' },
        },
      ],
      people: expect.arrayContaining([{ id: 'trainer', role: 'trainer' }]),
    })
    expect((await ask(trainer, 'GET', 'cohort')).body.unanswered).not.toHaveProperty(attempt)
    expect(await ask(trainer, 'POST', `attempts/${attempt}/comments`, { ...comment, turn: 9 })).toMatchObject({
      status: 404,
      body: { problem: 'no-such-turn' },
    })
  })

  it('assigns to their own team alone, and sees it done when an attempt for it has ended', async () => {
    const assigning = {
      assignment: randomUUID(),
      trainees: ['trainee'],
      scenario: 'small',
      level: 'hard',
      note: 'Before Friday.',
    }
    expect(await ask(trainer, 'POST', 'assignments', { ...assigning, trainees: ['nobody'] })).toMatchObject({
      status: 404,
    })
    await ask(trainer, 'POST', 'assignments', { ...assigning, due: '2026-06-05' })
    const { team } = (await ask(trainer, 'POST', 'assignments', { ...assigning, due: '2026-06-05' })).body
    expect(team).toMatchObject([{ trainee: 'trainee', by: 'trainer', due: '2026-06-05', note: 'Before Friday.' }])
    const { own } = (await ask(trainee, 'GET', 'assignments')).body
    expect(own).toEqual(team)
    const [{ id: assignment }] = own
    const wrong = { attempt: randomUUID(), scenario: 'small', level: 'usual', assignment }
    expect(await ask(trainee, 'POST', 'attempts', wrong)).toMatchObject({ body: { problem: 'unknown-assignment' } })
    expect(await ask(interviewer, 'POST', 'attempts', { ...wrong, level: 'hard' })).toMatchObject({ status: 409 })
    const attempt = await begun(trainee, { level: 'hard', assignment })
    expect((await ask(trainee, 'GET', 'assignments')).body.own[0]).not.toHaveProperty('doneWith')
    await ask(trainee, 'POST', `attempts/${attempt}/end`)
    const { body } = await ask(trainer, 'GET', 'cohort')
    expect(body.assignments).toMatchObject([{ id: assignment, doneWith: attempt }])
    expect(body.people).toContainEqual({ id: 'trainee', role: 'trainee' })
    await ask(trainer, 'DELETE', `assignments/${assignment}`)
    expect((await ask(trainee, 'GET', 'assignments')).body.own).toEqual([])
    expect((await ask(trainee, 'GET', `attempts/${attempt}`)).body.attempt).not.toHaveProperty('assignment')
  })

  it('sees who talks now and the shares of talks that have ended, of their own team alone', async () => {
    const attempt = await begun()
    expect((await ask(trainer, 'GET', 'cohort')).body.lastSaid).not.toHaveProperty(attempt)
    const client = await here.at.client(trainee)
    const { turns } = granted(await say(client, attempt, 0))
    expect((await ask(trainer, 'GET', 'cohort')).body.lastSaid[attempt]).toBe(turns[0]?.at)
    expect((await ask(trainer, 'GET', 'cohort/shares')).body.shares).not.toHaveProperty(attempt)
    await ask(trainee, 'POST', `attempts/${attempt}/end`)
    expect((await ask(trainer, 'GET', 'cohort')).body.lastSaid).not.toHaveProperty(attempt)
    expect((await ask(trainer, 'GET', 'cohort/shares')).body.shares[attempt]).toEqual({ done: 1, of: 1 })
    await database.pool.query(`update practice_attempts set team = 'another' where id = $1`, [attempt])
    expect((await ask(trainer, 'GET', 'cohort/shares')).body.shares).not.toHaveProperty(attempt)
  })

  it('sees how someone of the team did in drills, and nobody else does', async () => {
    const answers = [{ id: randomUUID(), drill: 'name-that-question', item: 'one', right: true }]
    await twice(() => ask(trainee, 'POST', 'drills', { answers }))
    const results = [{ drill: 'name-that-question', item: 'one', right: true, at: expect.any(String) }]
    expect((await ask(trainee, 'GET', 'drills')).body).toEqual({ results })
    expect((await ask(trainer, 'GET', 'drills?trainee=trainee')).body).toEqual({ results })
    expect((await ask(trainer, 'GET', 'drills')).body).toEqual({ results: [] })
    expect(await ask(manager, 'GET', 'drills?trainee=trainee')).toMatchObject({ status: 403 })
  })
})

it('shows nothing of practice among interviews and cases', async () => {
  const attempt = await practised(1)
  const client = await here.at.client(interviewer)
  expect(granted(await client.emitWithAck('interviews:list'))).toEqual([])
  expect(granted(await client.emitWithAck('desk:list', { which: 'open' }))).toEqual([])
  expect(await client.emitWithAck('interview:join', { interview: attempt, since: 0 })).toMatchObject({
    problem: 'unknown-interview',
  })
  expect(await client.emitWithAck('case:join', { episode: attempt, since: 0 })).toMatchObject({
    problem: 'unknown-case',
  })
  const headers = { authorization: `Bearer ${await tokens.issue(manager)}` }
  for (const path of [`interviews/${attempt}/record`, `interviews/${attempt}/export`, `cases/${attempt}/report.pdf`]) {
    expect((await fetch(`${here.at.url}/api/${path}`, { headers })).status).toBe(404)
  }
})

it('keeps in the audit who began, looked at, wrote beside and took back an attempt, and not what was said', async () => {
  const attempt = await practised(1)
  await ask(trainer, 'GET', `attempts/${attempt}`)
  await ask(trainer, 'POST', `attempts/${attempt}/comments`, { id: randomUUID(), turn: 1, text: 'Good.' })
  await ask(manager, 'GET', `attempts/${attempt}`)
  await ask(trainee, 'DELETE', `attempts/${attempt}`)
  const { rows } = await database.pool.query<{ by: string; act: string }>(
    'select by, act from audit where about = $1 order by seq',
    [attempt],
  )
  expect(rows).toEqual([
    { by: 'trainee', act: 'practice-begun' },
    { by: 'trainer', act: 'practice-read' },
    { by: 'trainer', act: 'practice-commented' },
    { by: 'trainee', act: 'practice-deleted' },
  ])
  expect(here.at.log.join('')).not.toContain('everything that')
})
