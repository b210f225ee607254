import { randomUUID } from 'node:crypto'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReplyInInterview } from '../../../console/contract/interviews.ts'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../console/records/interviews.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import { freshDatabase } from '../../support/database.ts'
import { begun, request, storedInterviews, taken } from '../../support/storedInterviews.ts'
import { coordinator, granted, interpreter, next, openConsole, refusalOf, tokens } from './openConsole.ts'

let database: Database
let interviews: Interviews
let at: Awaited<ReturnType<typeof openConsole>>

beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
  at = await openConsole(interviews, database)
})
afterAll(async () => {
  await at.close()
  await database.close()
})

/** A client that keeps to no contract. */
type Untyped = Socket

const deviceAt = '2026-06-01T10:00:00+01:00'
const reply = (interview: string, intent: Intent, other: Partial<ReplyInInterview> = {}): ReplyInInterview => ({
  interview,
  id: randomUUID(),
  deviceAt,
  seen: 1,
  intent,
  ...other,
})
const beginning = (interview = randomUUID()) => ({ interview, id: randomUUID(), deviceAt, language: 'en', intents: [] })

describe('a change', () => {
  it('is on the other screen once it is committed, and acknowledged to its own with the same events', async () => {
    const interview = await begun(interviews)
    const [mine, theirs] = await Promise.all([at.client(), at.client(coordinator)])
    for (const client of [mine, theirs]) granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    const told = next(theirs, 'interview:turn')
    const done = granted(await mine.emitWithAck('interview:reply', reply(interview, { do: 'reply', text: 'Robin' })))
    expect(await told).toEqual(done)
    expect(done.events).toMatchObject([{ seq: 2, by: 'interviewer', from: 'console', deviceAt, type: 'answered' }])
    expect(await interviews.eventsSince(interview, 1)).toEqual(done.events)
  })

  it('is one event and one answer when it is sent twice', async () => {
    const interview = await begun(interviews)
    const client = await at.client()
    const sent = reply(interview, { do: 'reply', text: 'Robin' })
    const answers = await Promise.all([1, 2, 3].map(() => client.emitWithAck('interview:reply', sent)))
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await interviews.eventsSince(interview, 0)).toHaveLength(2)
  })

  it('to what someone else has changed meanwhile is refused with what they did', async () => {
    const interview = await begun(interviews)
    const [mine, theirs] = await Promise.all([at.client(), at.client(coordinator)])
    const answer = (text: string) =>
      reply(interview, { do: 'answer', prompt: 'prepare.known-as', answer: { kind: 'text', text } })
    const { events } = granted(await theirs.emitWithAck('interview:reply', answer('Robin')))
    const refused = await mine.emitWithAck('interview:reply', answer('Robyn'))
    expect(refused).toEqual({ ok: false, problem: 'changed-meanwhile', theirs: events })
  })

  it('from the bot or the terminal is told to the room too', async () => {
    const interview = await begun(interviews)
    const client = await at.client()
    granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    const told = next(client, 'interview:turn')
    const turn = await taken(interviews, interview, request({ do: 'reply', text: 'Robin' }, { from: 'bot' }))
    expect(await told).toEqual({ interview, events: turn.events })
  })

  it('may be as long as the longest account', async () => {
    const interview = await begun(interviews)
    const client = await at.client()
    const words = 'é'.repeat(20_000)
    const account: Intent = { do: 'account', prompt: 'leaving.what-happened', words }
    const { events } = granted(await client.emitWithAck('interview:reply', reply(interview, account)))
    expect(events).toMatchObject([{ words }])
  })

  it('is not told to whoever was refused the room before the interview was begun', async () => {
    const client = await at.client()
    const { interview, ...opening } = beginning()
    expect(await client.emitWithAck('interview:join', { interview, since: 0 })).toMatchObject({ ok: false })
    const heard: string[] = []
    client.on('interview:turn', turn => heard.push(turn.interview))
    granted(await (await at.client()).emitWithAck('interview:begin', { interview, ...opening }))
    // Its own answer comes after whatever it was told before.
    granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    expect(heard).toEqual([])
  })

  it('is not told to a room that was left', async () => {
    const interview = await begun(interviews)
    const [gone, here] = await Promise.all([at.client(), at.client()])
    for (const client of [gone, here]) granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    gone.emit('interview:leave', { interview })
    // Answered after the leaving has been, since one socket's messages are taken in order.
    await gone.emitWithAck('interviews:list')
    let heard = 0
    gone.on('interview:turn', () => heard++)
    const [told, listed] = [next(here, 'interview:turn'), next(gone, 'interviews:changed')]
    await taken(interviews, interview, request({ do: 'reply', text: 'Robin' }))
    await Promise.all([told, listed])
    expect(heard).toBe(0)
  })
})

describe('joining', () => {
  it('catches up from what was seen', async () => {
    const interview = await begun(interviews)
    const client = await at.client()
    for (const option of ['looked-after', 'none-of-these']) {
      const answer = { kind: 'choices' as const, options: [option] }
      await taken(interviews, interview, request({ do: 'answer', prompt: 'prepare.circumstances', answer }))
    }
    const join = async (since: number) => {
      const { events } = granted(await client.emitWithAck('interview:join', { interview, since }))
      return events.map(({ seq }) => seq)
    }
    expect(await join(0)).toEqual([1, 2, 3])
    expect(await join(2)).toEqual([3])
    expect(await join(3)).toEqual([])
  })

  it('misses nothing that is committed while it reads', async () => {
    const interview = await begun(interviews)
    const meanwhile: Interviews = {
      ...interviews,
      async eventsSince(id, seq) {
        const read = await interviews.eventsSince(id, seq)
        await taken(interviews, id, request({ do: 'reply', text: 'Robin' }))
        return read
      },
    }
    const slow = await openConsole(meanwhile, database)
    const client = await slow.client()
    const told = next(client, 'interview:turn')
    const joined = granted(await client.emitWithAck('interview:join', { interview, since: 0 }))
    expect([...joined.events, ...(await told).events].map(({ seq }) => seq)).toEqual([1, 2])
    await slow.close()
  })

  it.each([0, 5])('an interview that does not exist is refused, since %i', async since => {
    const client = await at.client()
    const refused = await client.emitWithAck('interview:join', { interview: randomUUID(), since })
    expect(refused).toEqual({ ok: false, problem: 'unknown-interview' })
  })
})

describe('beginning', () => {
  it('opens one interview under the regime of the settings, and tells those with the list', async () => {
    const [mine, theirs] = await Promise.all([at.client(), at.client()])
    granted(await theirs.emitWithAck('interviews:list'))
    const changed = next(theirs, 'interviews:changed')
    const sent = beginning()
    const { events } = granted(await mine.emitWithAck('interview:begin', sent))
    expect(events).toMatchObject([{ type: 'opened', regime: 'all-shared', by: 'interviewer', seq: 1 }])
    expect(granted(await mine.emitWithAck('interview:begin', sent)).events).toEqual(events)
    expect(await changed).toMatchObject({ id: sent.interview, openedBy: 'interviewer' })
    expect(granted(await mine.emitWithAck('interviews:list')).map(({ id }) => id)).toContain(sent.interview)
  })

  it('in a language that is not here is refused', async () => {
    const client = await at.client()
    const refused = await client.emitWithAck('interview:begin', { ...beginning(), language: 'tlh' })
    expect(refused).toEqual({ ok: false, problem: 'unknown-language' })
  })
})

describe('a payload that cannot be read', () => {
  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ interview: 'not-an-id', since: 0 }],
    [{ interview: randomUUID(), since: -1 }],
    [{ interview: randomUUID(), since: 0, more: true }],
  ])('is a bad request, and the socket lives on: %j', async payload => {
    const client = await at.client()
    for (const event of ['interview:join', 'interview:begin', 'interview:reply'] as const) {
      expect(await client.emitWithAck(event, payload as never)).toEqual({ ok: false, problem: 'bad-request' })
      client.emit(event, payload as never, undefined as never)
    }
    client.emit('interview:leave', payload as never)
    expect(await client.emitWithAck('interviews:list')).toMatchObject({ ok: true })
  })

  it('is a bad request without a payload at all', async () => {
    const client = await at.client()
    expect(await (client as Untyped).emitWithAck('interview:join')).toEqual({ ok: false, problem: 'bad-request' })
  })
})

describe('who may connect', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['no token', {}, {}],
    ['a wrong token', { token: 'nonsense' }, {}],
    ['a token that is no text', { token: 1 }, {}],
    ['a wrong cookie', {}, { cookie: 'return-talk-session=nonsense' }],
  ])('is nobody with %s', async (_with, auth, headers) => {
    expect(await refusalOf(at.socket(auth, headers))).toBe('signed-out')
  })

  it('is someone with the cookie of a session', async () => {
    const client = at.socket({}, { cookie: await at.cookie(coordinator) })
    await new Promise((resolve, reject) => client.once('connect', () => resolve(0)).once('connect_error', reject))
    const { events } = granted(await client.emitWithAck('interview:begin', beginning()))
    expect(events[0]?.by).toBe('coordinator')
  })

  it.each([{ Origin: 'https://evil.example' }, { Host: 'evil.example' }])(
    'is nobody from elsewhere: %j',
    async from => {
      const client = at.socket({ token: await tokens.issue(coordinator) }, from as unknown as Record<string, string>)
      expect(await refusalOf(client)).toBe('websocket error')
    },
  )
})

describe('someone whose role sees no interviews', () => {
  it('is told so, begins nothing and hears nothing of them', async () => {
    const client = await at.client(interpreter)
    const mine = beginning()
    const heard: unknown[] = []
    client.on('interviews:changed', each => heard.push(each))
    const refused = { ok: false, problem: 'not-allowed' }
    expect(await client.emitWithAck('interviews:list')).toEqual(refused)
    expect(await client.emitWithAck('interview:begin', mine)).toEqual(refused)
    const id = await begun(interviews)
    expect(await client.emitWithAck('interview:join', { interview: id, since: 0 })).toEqual(refused)
    expect(await client.emitWithAck('interview:reply', reply(id, { do: 'pause' }))).toEqual(refused)
    expect(await interviews.record(mine.interview)).toBeUndefined()
    expect((await interviews.record(id))?.state).toBe('open')
    expect(heard).toEqual([])
  })
})

describe('a turn that fails', () => {
  it('is told as a fault, leaves no word of it in the log, and the socket lives on', async () => {
    const breaking: Interviews = {
      ...interviews,
      turn: async (_interview, { intent }) => {
        throw Object.assign(new Error(`cannot insert ${JSON.stringify(intent)}`), { code: '57P01', detail: intent })
      },
    }
    const broken = await openConsole(breaking, database)
    const client = await broken.client()
    const sent = reply(await begun(interviews), { do: 'reply', text: 'Marked Words' })
    expect(await client.emitWithAck('interview:reply', sent)).toEqual({ ok: false, problem: 'server-fault' })
    expect(await client.emitWithAck('interviews:list')).toMatchObject({ ok: true })
    expect(broken.log.join()).toContain('57P01')
    expect(broken.log.join()).not.toContain('Marked')
    await broken.close()
  })
})
