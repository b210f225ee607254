import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../../console/casework/roles.ts'
import type { Script } from '../../../console/casework/scriptOf.ts'
import type { Person } from '../../../console/contract/people.ts'
import type { Reply } from '../../../console/contract/replies.ts'
import type {
  FlagScript,
  InterpreterCode,
  InterpretersResponse,
  ScriptShown,
  ScriptToServer,
  ServerToScript,
} from '../../../console/contract/script.ts'
import { type Database, openDatabase } from '../../../console/records/database/openDatabase.ts'
import { createEpisodeKeys } from '../../../console/records/episodeKeys.ts'
import type { Interviews } from '../../../console/records/interviews.ts'
import { createInterpreters } from '../../../console/records/people/createInterpreters.ts'
import { createInterpreting } from '../../../console/server/identity/createInterpreting.ts'
import { guide2, guideOfVersion } from '../../../dialogs/guide/guide.ts'
import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { wordKeysOf } from '../../../dialogs/guide/wordKeys.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import { nextStep } from '../../../dialogs/plan/nextStep.ts'
import type { Answer } from '../../../dialogs/record/events.ts'
import { realInterviews } from '../../bot/botOverHttp.ts'
import { freshConnection, freshDatabase } from '../../support/database.ts'
import { keysOf } from '../../support/keys.ts'
import { interviewer, next, openConsole } from './openConsole.ts'

type ScriptClient = Socket<ServerToScript, ScriptToServer>

/** A console on a database of its own, with the real guide and a clock that can be put on. */
async function opened() {
  const database = await freshDatabase()
  const interviews = realInterviews(database)
  const clock = { ahead: 0 }
  const now = () => new Date(Date.now() + clock.ahead)
  const interpreting = interpretingOn(database, interviews, now)
  const at = await openConsole(interviews, database, { interpreting })
  const sockets: ScriptClient[] = []

  const api = async <Body = Record<string, unknown>>(
    method: string,
    path: string,
    options: { cookie?: string; body?: object } = {},
  ) => {
    const response = await fetch(`${at.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: at.url,
        ...(options.cookie ? { cookie: options.cookie } : {}),
      },
      ...(options.body ? { body: JSON.stringify(options.body) } : {}),
    })
    const text = await response.text()
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Body
    return { status: response.status, body, text, cookies: response.headers.getSetCookie() }
  }
  const practitioner = await at.cookie(interviewer)

  return {
    at,
    database,
    interviews,
    interpreting,
    clock,
    api,
    practitioner,
    async begin(): Promise<string> {
      const interview = randomUUID()
      const opening = { interview, id: randomUUID(), language: 'en', regime: 'all-shared', team: 'demo' } as const
      await interviews.begin({ ...opening, intents: [] }, acting())
      return interview
    },
    async do(interview: string, intent: Intent) {
      return interviews.turn(interview, { ...acting(), id: randomUUID(), intent })
    },
    async invite(interview: string, cookie = practitioner) {
      const path = `/api/interviews/${interview}/interpreters`
      const { status, body } = await api<InterpreterCode>('POST', path, { cookie })
      return { status, ...body }
    },
    /** The cookie of an interpreter who came in. */
    async enter(code: string): Promise<string> {
      const body = { ...who, code, name: 'Marked Interpreter', agency: 'Marked Agency' }
      const { status, cookies } = await api('POST', '/api/script', { body })
      if (status !== 200) throw new Error(`The code was not taken (${status}).`)
      return cookies[0]?.split(';')[0] ?? ''
    },
    async follow(cookie: string) {
      // The line of `client`, open for what no page sends.
      const stray = io(`${at.url}/script`, {
        extraHeaders: { cookie },
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
      })
      const client: ScriptClient = stray
      sockets.push(client)
      const told: Script[] = []
      const raw: string[] = []
      client.on('script:now', script => void told.push(script))
      await new Promise<void>((resolve, reject) => client.once('connect', resolve).once('connect_error', reject))
      client.io.engine.on('packet', ({ data }: { data?: unknown }) => void raw.push(String(data)))
      const reply = await new Promise<Reply<Script>>(resolve => client.emit('script:follow', resolve))
      if (reply.ok) told.push(reply.value)
      return { client, stray, reply, told, raw }
    },
    async close() {
      for (const socket of sockets) socket.disconnect()
      await at.close()
      await database.close()
    },
  }
}

function interpretingOn(database: Database, interviews: Interviews, now: () => Date) {
  const { keys, audit } = keysOf(database)
  const interpreters = createInterpreters(database, createEpisodeKeys(database, keys), now)
  return createInterpreting({ database, keys, interpreters, interviews, audit, guideOf: guideOfVersion, now })
}

/** What anyone says of themselves who comes in. */
const who = { name: 'a', agency: 'b', dialect: 'c', mode: 'in-room', agreed: true } as const

const acting = () => ({ by: 'interviewer', from: 'console', deviceAt: '2026-06-01T10:00:00+01:00' }) as const

let house: Awaited<ReturnType<typeof opened>>
beforeAll(async () => {
  house = await opened()
})
afterAll(() => house.close())

describe('a code', () => {
  it('is of eight letters and numbers that nobody mistakes, in two groups, with a link that keeps it after the #', async () => {
    const interview = await house.begin()
    const codes = await Promise.all(Array.from({ length: 20 }, () => house.invite(interview)))
    for (const { code, link } of codes) {
      expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ2-9]{4}-[BCDFGHJKMNPQRSTVWXYZ2-9]{4}$/)
      expect(link).toBe(`/script#${code}`)
    }
    expect(new Set(codes.map(({ code }) => code)).size).toBe(20)
  })

  it('is good once, however it is typed', async () => {
    const { code } = await house.invite(await house.begin())
    expect(await house.enter(` ${code.toLowerCase().replace('-', ' ')} `)).toMatch(/^return-talk-script=.{40,}/)
    await expect(house.enter(code)).rejects.toThrow('403')
  })

  it('is used by one of two who come at the same moment', async () => {
    const { code } = await house.invite(await house.begin())
    const tries = await Promise.allSettled([house.enter(code), house.enter(code)])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('ends the one before it', async () => {
    const interview = await house.begin()
    const first = await house.invite(interview)
    const second = await house.invite(interview)
    await expect(house.enter(first.code)).rejects.toThrow('403')
    await house.enter(second.code)
  })

  it('is kept as a keyed hash alone, and who came in only sealed', async () => {
    const interview = await house.begin()
    const { code } = await house.invite(interview)
    const kept = async () =>
      JSON.stringify([
        await house.database.db.selectFrom('interpreter_codes').selectAll().execute(),
        await house.database.db.selectFrom('interpreters').selectAll().execute(),
      ])
    const found = await house.database.pool.query<{ row: string }>(
      'select c::text as row from interpreter_codes c union all select i::text from interpreters i',
    )
    expect(JSON.stringify(found.rows)).not.toContain(code)
    const cookie = await house.enter(code)
    expect(await kept()).not.toContain(cookie.split('=')[1])
    expect(Buffer.from(await kept()).toString('latin1')).not.toContain('Marked')
    const here = await house.interpreting.everyone(interview)
    expect(here).toMatchObject([{ name: 'Marked Interpreter', agency: 'Marked Agency' }])
  })

  it.each([
    ['manager', 200],
    ['coordinator', 200],
    ['auditor', 403],
    ['administrator', 403],
    ['trainee', 403],
    ['interpreter', 403],
  ] as const)('is given to a %s: %i', async (role, status) => {
    const cookie = await house.at.cookie({ id: role, role, team: 'demo' } satisfies Person)
    expect((await house.invite(await house.begin(), cookie)).status).toBe(status)
  })

  it('is not given to someone who does not need to know, nor to nobody, nor for an interview that is over', async () => {
    const interview = await house.begin()
    await house.at.episodes.change(interview, { worker: 'someone-else', restricted: true })
    expect((await house.invite(interview)).status).toBe(403)
    expect((await house.invite(await house.begin(), 'nothing=')).status).toBe(401)
    const over = await house.begin()
    await house.do(over, { do: 'stop', whoseChoice: 'young-person' })
    expect((await house.invite(over)).status).toBe(404)
  })
})

describe('a code that is not used well', () => {
  it('runs out after a quarter of an hour', async () => {
    const house = await opened()
    const { code } = await house.invite(await house.begin())
    house.clock.ahead = 16 * 60_000
    await expect(house.enter(code)).rejects.toThrow('403')
    await house.close()
  })

  it('is void after five tries that began as it does, from wherever they came', async () => {
    const house = await opened()
    const { code } = await house.invite(await house.begin())
    for (let address = 0; address < 5; address++) {
      const wrong = `${code.slice(0, 4)}2222`
      expect(await house.interpreting.enter(wrong, who, `192.0.2.${address}`)).toMatchObject({ problem: 'wrong-code' })
    }
    expect(await house.interpreting.enter(code, who, '192.0.2.9')).toMatchObject({ problem: 'wrong-code' })
    await house.close()
  })

  it('makes an address wait after five wrong ones, even with a right one, and audits it without any code', async () => {
    const house = await opened()
    const { code } = await house.invite(await house.begin())
    const body = { ...who, code: 'ZZZZ-ZZZZ' }
    const statuses: number[] = []
    for (let attempt = 0; attempt < 6; attempt++)
      statuses.push((await house.api('POST', '/api/script', { body })).status)
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429])
    expect((await house.api('POST', '/api/script', { body: { ...body, code } })).body).toMatchObject({
      problem: 'locked-out',
    })
    house.clock.ahead = 61_000
    await house.enter(code)
    const audit = await house.database.db.selectFrom('audit').select(['act', 'by', 'about', 'interview']).execute()
    expect(audit.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['interpreter-invited', 'sign-in-failed', 'locked-out', 'signed-in']),
    )
    expect(JSON.stringify(audit)).not.toMatch(/ZZZZ/)
    expect(JSON.stringify(audit)).not.toContain(code)
    expect(house.at.log.join()).not.toContain(code)
    await house.close()
  })
})

describe('an interpreter', () => {
  it('reaches nothing but the script: no route, no socket of people, no other interview', async () => {
    const interview = await house.begin()
    const { code } = await house.invite(interview)
    const cookie = await house.enter(code)
    for (const path of [
      `/api/interviews/${interview}/record`,
      `/api/interviews/${interview}/circle`,
      `/api/interviews/${interview}/interpreters`,
      '/api/account',
      '/api/people',
      '/api/audit',
    ]) {
      expect([path, (await house.api('GET', path, { cookie })).status]).toEqual([path, 401])
    }
    expect((await house.api('POST', `/api/interviews/${interview}/interpreters`, { cookie })).status).toBe(401)
    const people = house.at.socket({}, { cookie })
    expect(await new Promise(resolve => people.once('connect_error', ({ message }) => resolve(message)))).toBe(
      'signed-out',
    )
    const { stray } = await house.follow(cookie)
    const answered = await Promise.race([
      stray.emitWithAck('interview:join', { interview, since: 0 }),
      new Promise(resolve => setTimeout(() => resolve('nothing'), 300)),
    ])
    expect(answered).toBe('nothing')
  })

  it('is not let in without a session, or with a made-up one', async () => {
    for (const cookie of ['', 'return-talk-script=made-up', `return-talk-script=${'a'.repeat(5_000)}`])
      await expect(house.follow(cookie)).rejects.toThrow('signed-out')
  })

  it.each(roles)('is not stood in for by a %s who is signed in', async role => {
    const cookie = await house.at.cookie({ id: role, role, team: 'demo' })
    await expect(house.follow(cookie)).rejects.toThrow('signed-out')
  })

  it.each([
    ['what is no request', ['interview'], 'bad-request'],
    ['a thousand things', Array.from({ length: 1_000 }, () => ({ interview: randomUUID() })), 'bad-request'],
  ])('is answered nothing of anyone for %s', async (_, sent, problem) => {
    const { client, stray } = await house.follow(await house.enter((await house.invite(await house.begin())).code))
    expect(await stray.emitWithAck('script:follow', ...sent)).toEqual({ ok: false, problem })
    for (const payload of [null, { interview: randomUUID() }, 'a', 1, [[]]])
      expect(await stray.emitWithAck('script:follow', payload)).toEqual({ ok: false, problem: 'bad-request' })
    expect(client.connected).toBe(true)
  })

  it('is told the next words, and that it waits while the practitioner writes', async () => {
    const interview = await house.begin()
    const { told } = await house.follow(await house.enter((await house.invite(interview)).code))
    expect(told.at(-1)).toEqual({ language: 'en', present: null, next: [], closed: false })
    await house.do(interview, { do: 'go', to: 'leaving.before-you-went' })
    await expect.poll(() => told.at(-1)?.present?.prompt).toBe('leaving.before-you-went')
    expect(told.at(-1)?.next.length).toBeGreaterThan(0)
    await house.do(interview, { do: 'pause' })
    await expect.poll(() => told.at(-1)).toEqual({ language: 'en', present: null, next: [], closed: false })
    const waits = told.length
    await house.do(interview, { do: 'concern', concern: randomUUID() })
    await house.do(interview, { do: 'skip' })
    await house.do(interview, { do: 'skip' })
    // A concern is not told from a break until there is something to say to the young person.
    await expect.poll(() => told.at(-1)?.present?.prompt).toBe('concern.pass-on')
    expect(told.length).toBe(waits + 1)
  })

  it('is recorded with the interview, and shown to the practitioner, who ends it at once', async () => {
    const interview = await house.begin()
    const room = await house.at.client()
    await room.emitWithAck('interview:join', { interview, since: 0 })
    const changed = next(room, 'interview:interpreters')
    const cookie = await house.enter((await house.invite(interview)).code)
    expect(await changed).toBe(interview)
    const path = `/api/interviews/${interview}/interpreters`
    const { here } = (await house.api<InterpretersResponse>('GET', path, { cookie: house.practitioner })).body
    expect(here).toMatchObject([{ name: 'Marked Interpreter', agency: 'Marked Agency' }])
    const { client, told } = await house.follow(cookie)
    const gone = new Promise(resolve => client.once('disconnect', resolve))
    const ended = await house.api('DELETE', `${path}/${here[0]?.id}`, { cookie: house.practitioner })
    expect(ended.body).toMatchObject({ here: [], before: [{ name: 'Marked Interpreter', until: expect.any(String) }] })
    await gone
    expect(told.at(-1)).toMatchObject({ present: null, next: [], closed: true })
    await expect(house.follow(cookie)).rejects.toThrow('signed-out')
    const read = await house.database.db
      .selectFrom('audit')
      .select(['act', 'by'])
      .where('act', '=', 'script-read')
      .execute()
    expect(read).toContainEqual({ act: 'script-read', by: `interpreter/${here[0]?.id}` })
  })

  it('is not ended by someone in another interview', async () => {
    const [one, other] = [await house.begin(), await house.begin()]
    const cookie = await house.enter((await house.invite(one)).code)
    const [here] = await house.interpreting.everyone(one)
    await house.api('DELETE', `/api/interviews/${other}/interpreters/${here?.id}`, { cookie: house.practitioner })
    expect((await house.follow(cookie)).reply.ok).toBe(true)
  })

  it.each([
    ['stopped', [{ do: 'stop', whoseChoice: 'young-person' }]],
    ['declined, once what is said to them was said', [{ do: 'decline' }]],
    ['not reached', [{ do: 'not-reached' }]],
  ] satisfies [string, Intent[]][])('is out when the interview is %s, for good', async (_, intents) => {
    const interview = await house.begin()
    const cookie = await house.enter((await house.invite(interview)).code)
    const { client, told } = await house.follow(cookie)
    const gone = new Promise(resolve => client.once('disconnect', resolve))
    for (const intent of intents) await house.do(interview, intent)
    for (let left = 60; left > 0 && client.connected; left--) {
      const record = await house.interviews.record(interview)
      if (!record || nextStep(guide2, record).kind !== 'ask') break
      await house.do(interview, { do: 'next' })
    }
    await gone
    expect(told.at(-1)?.closed).toBe(true)
    await house.do(interview, { do: 'resume' })
    await expect(house.follow(cookie)).rejects.toThrow('signed-out')
  })

  it('is out after twelve hours, and when the words of the episode were destroyed', async () => {
    const house = await opened()
    const interview = await house.begin()
    const cookie = await house.enter((await house.invite(interview)).code)
    house.clock.ahead = 12 * 3_600_000 + 1_000
    await expect(house.follow(cookie)).rejects.toThrow('signed-out')
    house.clock.ahead = 0
    expect((await house.follow(cookie)).reply.ok).toBe(true)
    await house.database.db
      .updateTable('episodes')
      .set({ wrapped: null, master: null, destroyed_at: new Date() })
      .where('id', '=', interview)
      .execute()
    await expect(house.follow(cookie)).rejects.toThrow('signed-out')
    await house.close()
  })

  it('leaves by themselves', async () => {
    const cookie = await house.enter((await house.invite(await house.begin())).code)
    expect((await house.api('GET', '/api/script', { cookie })).body).toMatchObject({ open: true })
    const left = await house.api('DELETE', '/api/script', { cookie })
    expect(left.body).toEqual({ open: false, settings: null })
    await expect(house.follow(cookie)).rejects.toThrow('signed-out')
  })
})

describe('two processes on one Postgres', () => {
  it('tell an interpreter what is said in the other, and let them go when it ends there', async () => {
    const connection = await freshConnection()
    const open = async () => {
      const database = await openDatabase(connection, () => {})
      const interviews = realInterviews(database)
      const interpreting = interpretingOn(database, interviews, () => new Date())
      return {
        database,
        interviews,
        interpreting,
        at: await openConsole(interviews, database, { interpreting, adapterPool: database.pool }),
      }
    }
    const [here, there] = [await open(), await open()]
    const interview = randomUUID()
    const opening = { interview, id: randomUUID(), language: 'en', regime: 'all-shared', team: 'demo' } as const
    await here.interviews.begin({ ...opening, intents: [] }, acting())
    const room = await there.at.client()
    await room.emitWithAck('interview:join', { interview, since: 0 })
    const arrived = next(room, 'interview:interpreters')
    const invited = await there.interpreting.invite(interview, 'interviewer')
    const entered = await here.interpreting.enter(
      invited?.code ?? '',
      { name: 'a', agency: 'b', dialect: 'c', mode: 'phone' },
      'an address',
    )
    expect(await arrived).toBe(interview)
    const client: ScriptClient = io(`${here.at.url}/script`, {
      extraHeaders: { cookie: `return-talk-script=${entered.ok ? entered.secret : ''}` },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    })
    const told: Script[] = []
    client.on('script:now', script => void told.push(script))
    expect((await client.emitWithAck('script:follow')).ok).toBe(true)
    const turn = (intent: Intent) => there.interviews.turn(interview, { ...acting(), id: randomUUID(), intent })
    await turn({ do: 'go', to: 'leaving.before-you-went' })
    await expect.poll(() => told.at(-1)?.present?.prompt).toBe('leaving.before-you-went')
    const gone = new Promise(resolve => client.once('disconnect', resolve))
    const [session] = await there.interpreting.everyone(interview)
    await there.interpreting.end(interview, 'interviewer', session?.id)
    await gone
    expect(told.at(-1)?.closed).toBe(true)
    client.disconnect()
    for (const { at, database } of [here, there]) {
      await at.close()
      await database.close()
    }
  })
})

describe('what an interpreter lets the room know', () => {
  const at = 'leaving.before-you-went'
  const flagged = (flag: FlagScript['flag'], prompt?: string): FlagScript => ({
    id: randomUUID(),
    deviceAt: '2026-06-01T10:00:00+01:00',
    flag,
    ...(prompt === undefined ? {} : { prompt }),
  })
  const takenBack = (event: string) => ({ id: randomUUID(), deviceAt: '2026-06-01T10:00:00+01:00', event })

  /** An interpreter with the script of a talk open, at a prompt that is said. */
  async function interpreting(prompt = at) {
    const interview = await house.begin()
    const cookie = await house.enter((await house.invite(interview)).code)
    const following = await house.follow(cookie)
    await house.do(interview, { do: 'go', to: prompt })
    return { interview, cookie, ...following }
  }
  /** The page tells it and waits for no answer; here it is waited for. */
  const shows = (stray: Socket, shown: ScriptShown): Promise<Reply<null>> => stray.emitWithAck('script:shown', shown)
  const flagsOf = async (interview: string) => (await house.interviews.record(interview))?.flags ?? []
  const eventIn = (reply: Reply<{ event: string }>) => (reply.ok ? reply.value.event : '')

  it('is on the record with who and about what, and told to the room in the turn it makes', async () => {
    const { interview, client } = await interpreting()
    const room = await house.at.client()
    await room.emitWithAck('interview:join', { interview, since: 0 })
    const turn = next(room, 'interview:turn', ({ events }) => events.some(each => each.type === 'interpreterFlagged'))
    const reply = await client.emitWithAck('script:flag', flagged('not-understood', at))
    const { events } = await turn
    const [who] = await house.interpreting.everyone(interview)
    expect(events).toMatchObject([
      {
        id: eventIn(reply),
        type: 'interpreterFlagged',
        flag: 'not-understood',
        prompt: at,
        by: `interpreter/${who?.id}`,
        voice: 'interpreter',
      },
    ])
    expect(await flagsOf(interview)).toMatchObject([
      { event: eventIn(reply), flag: 'not-understood', prompt: at, by: `interpreter/${who?.id}` },
    ])
  })

  it('is answered with nothing but the id of the event, and taking it back with nothing at all', async () => {
    const { interview, client, told } = await interpreting()
    const before = told.length
    const reply = await client.emitWithAck('script:flag', flagged('pause'))
    expect(Object.keys(reply).toSorted()).toEqual(['ok', 'value'])
    expect(reply).toEqual({ ok: true, value: { event: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect(await client.emitWithAck('script:unflag', takenBack(eventIn(reply)))).toEqual({ ok: true, value: null })
    expect(await flagsOf(interview)).toEqual([])
    const events = await house.interviews.eventsSince(interview, 0)
    expect(events?.slice(-2).map(({ type }) => type)).toEqual(['interpreterFlagged', 'withdrawn'])
    // The words that are said have not changed, so nothing of them is told again.
    expect(told.slice(before).filter(({ present }) => present?.prompt !== at)).toEqual([])
  })

  it('is one flag when it is sent twice, one after the other or at once', async () => {
    const { interview, client } = await interpreting()
    const once = flagged('said', at)
    const replies = await Promise.all([1, 2, 3].map(() => client.emitWithAck('script:flag', once)))
    replies.push(await client.emitWithAck('script:flag', once))
    expect(new Set(replies.map(eventIn)).size).toBe(1)
    expect(await flagsOf(interview)).toHaveLength(1)
  })

  it("is not taken back by another interpreter, nor is anything else of the talk's", async () => {
    const { interview, client } = await interpreting()
    const reply = await client.emitWithAck('script:flag', flagged('dialect'))
    const other = await house.follow(await house.enter((await house.invite(interview)).code))
    const elsewhere = await interpreting()
    await house.do(interview, { do: 'account', prompt: at, words: 'Marked words', voice: 'young-person' })
    await house.do(interview, { do: 'flag', flag: 'stopped' })
    const events = (await house.interviews.eventsSince(interview, 0)) ?? []
    for (const by of [other, elsewhere]) {
      for (const { id } of [...events, { id: randomUUID() }]) {
        expect(await by.client.emitWithAck('script:unflag', takenBack(id))).toEqual({
          ok: false,
          problem: 'bad-request',
        })
      }
    }
    // Of all that is there their own flag is all that they can take back themselves.
    for (const { id } of events) {
      const { ok } = await client.emitWithAck('script:unflag', takenBack(id))
      expect([id, ok]).toEqual([id, id === eventIn(reply)])
    }
    expect((await flagsOf(interview)).map(({ flag }) => flag)).toEqual(['stopped'])
    expect(await house.interviews.eventsSince(elsewhere.interview, 0)).not.toContainEqual(
      expect.objectContaining({ type: 'withdrawn' }),
    )
  })

  it('is of their own interview alone, whatever else they send', async () => {
    const { interview, client, stray } = await interpreting()
    const other = await interpreting()
    for (const sent of [
      { ...flagged('pause'), interview: other.interview },
      { ...flagged('pause'), by: 'interviewer' },
      { ...flagged('pause'), flag: 'stopped' },
      { ...flagged('pause'), flag: 'withdraw' },
      { ...flagged('pause'), words: 'Marked words' },
      flagged('pause', 'x'.repeat(101)),
      flagged('pause', 'no.such-prompt'),
      { ...flagged('pause'), id: 'a' },
      { ...flagged('pause'), id: `${randomUUID()}\u0000` },
      null,
      'pause',
    ]) {
      expect(await stray.emitWithAck('script:flag', sent)).toEqual({ ok: false, problem: 'bad-request' })
    }
    expect([await flagsOf(interview), await flagsOf(other.interview)]).toEqual([[], []])
    expect((await client.emitWithAck('script:flag', flagged('pause'))).ok).toBe(true)
    expect(await flagsOf(other.interview)).toEqual([])
  })

  it('is not taken under the id of something that somebody else did', async () => {
    const { interview, client } = await interpreting()
    const id = randomUUID()
    await house.interviews.turn(interview, { ...acting(), id, intent: { do: 'flag', flag: 'stopped' } })
    const reply = await client.emitWithAck('script:flag', { ...flagged('said', at), id })
    const [who] = await house.interpreting.everyone(interview)
    expect((await flagsOf(interview)).filter(({ by }) => by === `interpreter/${who?.id}`)).toEqual([])
    expect(await client.emitWithAck('script:unflag', takenBack(eventIn(reply) || id))).toMatchObject({ ok: false })
  })

  it('is not taken once their session has ended, though the line is still open', async () => {
    const { interview, client, stray } = await interpreting()
    const reply = await client.emitWithAck('script:flag', flagged('pause'))
    // As another process ends it: nobody has told this one.
    await house.database.db
      .updateTable('interpreters')
      .set({ ended_at: new Date() })
      .where('interview', '=', interview)
      .execute()
    const gone = { ok: false, problem: 'signed-out' }
    expect(await client.emitWithAck('script:flag', flagged('not-me'))).toEqual(gone)
    expect(await client.emitWithAck('script:unflag', takenBack(eventIn(reply)))).toEqual(gone)
    expect(await shows(stray, { prompt: at })).toEqual(gone)
    expect(await client.emitWithAck('script:follow')).toEqual(gone)
    expect((await flagsOf(interview)).map(({ flag }) => flag)).toEqual(['pause'])
  })

  it('that they have the words is believed only of the words they were told, and shown to the room', async () => {
    const { interview, stray, told } = await interpreting()
    await expect.poll(() => told.at(-1)?.present?.prompt).toBe(at)
    const room = await house.at.client()
    await room.emitWithAck('interview:join', { interview, since: 0 })
    const shown: string[] = []
    room.on('interview:script-shown', ({ prompt }) => void shown.push(prompt))
    const isShown = async () => (await house.interpreting.everyone(interview))[0]?.shown
    const coming = told.at(-1)?.next[0]?.prompt ?? ''
    expect(coming).not.toBe('')
    for (const prompt of [coming, 'safety.told', 'welcome.interpreter', 'no.such-prompt']) {
      expect(await shows(stray, { prompt })).toEqual({ ok: true, value: null })
      expect(await isShown()).toBe(null)
    }
    await shows(stray, { prompt: at })
    expect(await isShown()).toBe(at)
    await expect.poll(() => shown).toEqual([at])
    await house.do(interview, { do: 'pause' })
    await expect.poll(() => told.at(-1)?.present).toBe(null)
    await shows(stray, { prompt: coming })
    expect(await isShown()).toBe(at)
  })

  it.each([
    ['yes', { do: 'answer', prompt: 'welcome.interpreter', answer: { kind: 'plain', said: 'yes' } }],
    ['no', { do: 'answer', prompt: 'welcome.interpreter', answer: { kind: 'plain', said: 'no' } }],
    ['not sure', { do: 'rather-not', prompt: 'welcome.interpreter' }],
    ['nothing', { do: 'skip' }],
  ] satisfies [string, Intent][])(
    'nothing of what is asked behind their back is on the wire, answered %s',
    async (_, answer) => {
      const interview = await house.begin()
      await house.do(interview, {
        do: 'answer',
        prompt: 'prepare.interpreter',
        answer: { kind: 'choice', option: 'cleared' },
      })
      for (const prompt of ['welcome.who-i-am', 'welcome.independent']) await house.do(interview, { do: 'say', prompt })
      await house.do(interview, { do: 'go', to: 'welcome.interpreter-duty' })
      const { told, raw, stray } = await house.follow(await house.enter((await house.invite(interview)).code))
      expect(told.at(-1)?.present).toMatchObject({ prompt: 'welcome.interpreter-duty', own: true })
      await house.do(interview, { do: 'next' })
      await expect.poll(() => told.at(-1)).toEqual({ language: 'en', present: null, next: [], closed: false })
      await house.do(interview, answer)
      await expect.poll(() => told.at(-1)?.present?.prompt).toBe('welcome.you-decide')
      await house.do(interview, { do: 'go', to: 'welcome.interpreter' })
      await expect.poll(() => told.at(-1)?.present).toBe(null)
      // An answer after everything else: what came before it is on the wire by now.
      await shows(stray, { prompt: at })
      expect(told).toHaveLength(4)
      expect(raw.join('\n')).not.toMatch(/welcome\.interpreter(?!-duty)/)
    },
  )
})

describe('what goes to an interpreter', () => {
  const spoken = new Set(wordKeysOf(guide2).filter(key => key.startsWith('prompt/')))
  const ids = new Set([
    ...guide2.stages.flatMap(({ id, topics }) => [
      id,
      ...topics.flatMap(each => [each.id, ...each.prompts.map(p => p.id)]),
    ]),
    ...['concern', 'concern.pass-on'],
  ])

  it.each([1, 2, 3, 4])('is of the guide alone, over a whole talk full of words (%i)', async seed => {
    const interview = await house.begin()
    const { told, raw } = await house.follow(await house.enter((await house.invite(interview)).code))
    const random = randomFrom(seed)
    let places = 0
    let before = ''
    for (let turn = 0; turn < 160; turn++) {
      const record = await house.interviews.record(interview)
      if (!record || record.state === 'stopped') break
      const step = nextStep(guide2, record)
      if (step.kind === 'close') break
      await house.do(interview, step.kind === 'ask' ? anythingAt(step.prompt, random) : { do: 'resume' })
      const after = await house.interviews.record(interview)
      const now = after && nextStep(guide2, after)
      const place = `${now?.kind === 'ask' ? now.prompt.id : now?.kind} ${after?.language}`
      if (place !== before) places += 1
      before = place
    }
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(told.length).toBeGreaterThan(5)
    expect(told.length).toBeLessThanOrEqual(places + 1)
    for (const script of told) {
      expect(Object.keys(script).toSorted()).toEqual(['closed', 'language', 'next', 'present'])
      expect(['en']).toContain(script.language)
      for (const line of [...(script.present ? [script.present] : []), ...script.next]) {
        expect(Object.keys(line).toSorted()).toEqual([
          'answers',
          'glossary',
          'kind',
          'own',
          'prompt',
          'stage',
          'topic',
          'words',
        ])
        for (const id of [line.prompt, line.topic, line.stage]) expect(ids).toContain(id)
        expect(spoken).toContain(line.words)
      }
    }
    // What to take care with in these words is the guide's too, whatever was said.
    const all = raw.join('\n').replaceAll(/"glossary":\[[^\]]*\]/g, '')
    const events = await house.interviews.eventsSince(interview, 0)
    expect(JSON.stringify(events)).toContain('marked')
    expect(all).toContain('script:now')
    expect(all).not.toMatch(/marked/i)
    for (const { id, type, at } of events) {
      expect(all).not.toContain(id)
      expect(all).not.toContain(at)
      expect(all).not.toContain(`"${type}"`)
    }
    expect(all).not.toContain(interview)
    for (const coverage of guide2.coverage) expect(all).not.toContain(`"${coverage.id}"`)
    for (const option of guide2.stages.flatMap(stage =>
      stage.topics.flatMap(({ prompts }) => prompts.flatMap(p => p.options ?? [])),
    ))
      if (!ids.has(option)) expect(all).not.toContain(`"${option}"`)
  })
})

/** Something done at this prompt: an answer with marked words most often; else coverage, a concern, a break, a jump. */
function anythingAt(prompt: Prompt, random: (below: number) => number): Intent {
  const what = random(10)
  const coverage = guide2.coverage[random(guide2.coverage.length)]?.id ?? ''
  if (what === 0) return { do: 'cover', coverage, told: 'yes', detail: 'marked detail' }
  if (what === 1 && random(4) === 0) return { do: 'concern', concern: randomUUID(), words: 'marked concern' }
  if (what === 2 && random(3) === 0) return { do: 'pause' }
  if (what === 3) return { do: 'skip' }
  if (what === 4) return { do: 'go', to: guide2.stages[random(guide2.stages.length)]?.id ?? '' }
  if (prompt.kind === 'say') return { do: 'next' }
  if (prompt.kind === 'account')
    return random(2) === 0
      ? { do: 'next' }
      : { do: 'account', prompt: prompt.id, words: 'marked words of Marked Wren', voice: 'young-person' }
  const answer = answerTo(prompt, random)
  return answer ? { do: 'answer', prompt: prompt.id, answer } : { do: 'skip' }
}

function answerTo({ kind, options = [] }: Prompt, random: (below: number) => number): Answer | undefined {
  const option = options[random(options.length)] ?? ''
  if (kind === 'choice') return { kind, option }
  if (kind === 'choices') return { kind, options: [option] }
  if (kind === 'plain') return { kind, said: random(2) === 0 ? 'yes' : 'no' }
  if (kind === 'scale') return { kind, value: random(11) }
  if (kind === 'text') return { kind, text: 'Marked Wren' }
  return undefined
}

/** The same numbers for the same seed. */
function randomFrom(seed: number) {
  let state = seed * 7919
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return below === 0 ? 0 : state % below
  }
}
