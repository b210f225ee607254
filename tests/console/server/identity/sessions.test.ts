import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionResponse } from '../../../../console/contract/signIn.ts'
import { readyPeople } from '../../../../console/server/identity/people.ts'
import {
  accountOf,
  type Member,
  member,
  openFreshPeople,
  openPeople,
  type PeopleUnderTest,
  signedInAgain,
} from './peopleUnderTest.ts'

let at: PeopleUnderTest
let robin: Member
beforeEach(async () => {
  at = await openFreshPeople()
  robin = await member(at)
})
afterEach(() => at.close())

const people = () => robin.browser.get('people')
const unlock = () => robin.browser.post('session/unlock', { password: robin.password })

describe('the cookie', () => {
  it('is out of reach of the page and of other sites, and over TLS of neighbours too', async () => {
    const send = { signInName: robin.signInName, password: robin.password }
    const { cookie } = await at.browser().post('sign-in', send)
    expect(cookie).toMatch(/^return-talk-session=[\w-]{43}; Max-Age=43200; Path=\/; .*HttpOnly; SameSite=Strict$/)

    const overTls = await openPeople(at.database, { secure: true })
    const safe = await overTls.browser().post('sign-in', send)
    expect(safe.cookie).toMatch(/^__Host-return-talk-session=[\w-]{43}; .*HttpOnly; Secure; SameSite=Strict$/)
    expect(safe.cookie).not.toMatch(/Domain/i)
    await overTls.close()
  })

  it('never holds what someone put there, and is another one at every step', async () => {
    const browser = at.browser()
    const planted = `return-talk-session=${'x'.repeat(43)}`
    const seen = [planted]
    browser.hold(planted)
    const steps = [
      () => browser.post('sign-in', { signInName: robin.signInName, password: robin.password }),
      () => browser.post('sign-in/code', { code: at.codeOf(robin.secret) }),
      async () => {
        await browser.post('session/lock')
        return browser.post('session/unlock', { password: robin.password })
      },
    ]
    for (const step of steps) {
      expect((await step()).status).toBe(200)
      expect(seen).not.toContain(browser.held())
      seen.push(browser.held() ?? '')
    }
    for (const old of seen.slice(0, -1)) {
      const thief = at.browser()
      thief.hold(old)
      expect(await thief.state()).toBe('signed-out')
    }
    expect(await browser.state()).toBe('signed-in')
  })

  it.each(['', 'x', 'x'.repeat(3000), '%00', "' or 1=1 --"])('that holds %j is nobody', async secret => {
    const browser = at.browser()
    browser.hold(`return-talk-session=${secret}`)
    expect(await browser.state()).toBe('signed-out')
    expect((await browser.get('people')).status).toBe(401)
  })
})

describe('signing out', () => {
  it('ends the session for good, also for whoever copied the cookie', async () => {
    const thief = at.browser()
    thief.hold(robin.browser.held())
    expect(await thief.state()).toBe('signed-in')
    await robin.browser.ask('DELETE', 'session')
    expect(await thief.state()).toBe('signed-out')
    expect((await thief.get('people')).status).toBe(401)
    expect(at.acts()).toContain('signed-out')
  })
})

describe('the lock', () => {
  it('comes after fifteen minutes without a request, and unlocking gives the same person back', async () => {
    at.pass({ minutes: 14 })
    expect((await people()).status).toBe(200)
    at.pass({ minutes: 15 })
    const { status } = await people()
    expect(status).toBe(423)
    const { body } = await robin.browser.get('session')
    expect(body).toMatchObject({ state: 'locked', person: robin.person, methods: ['password', 'code'], colleagues: {} })
    expect((await robin.browser.get('account')).body.problem).toBe('locked')
    expect((await unlock()).body).toMatchObject({ state: 'signed-in', person: robin.person })
    expect((await people()).status).toBe(200)
    expect(at.acts()).toEqual(expect.arrayContaining(['locked', 'unlocked']))
  })

  it('is not put off by the page asking how things stand', async () => {
    for (let minute = 0; minute < 15; minute += 1) {
      expect(await robin.browser.state()).toBe('signed-in')
      at.pass({ minutes: 1 })
    }
    expect(await robin.browser.state()).toBe('locked')
  })

  it('is put off by work in another process', async () => {
    const other = await at.process()
    const cookie = { cookie: robin.browser.held() }
    for (let turn = 0; turn < 4; turn += 1) {
      at.pass({ minutes: 10 })
      expect(await other.signedIn(cookie)).toMatchObject({ state: 'signed-in' })
    }
    at.pass({ minutes: 10 })
    expect((await people()).status).toBe(200)
  })

  it('comes when asked for, at once, to every process', async () => {
    const other = await at.process()
    const cookie = { cookie: robin.browser.held() }
    expect(await other.signedIn(cookie)).toMatchObject({ state: 'signed-in' })
    const ended: unknown[] = []
    at.identity.sessions.onEnded((session, how) => ended.push([session, how]))
    const [session] = (await accountOf(robin.browser)).sessions
    await robin.browser.post('session/lock')
    expect(ended).toEqual([[session?.id, 'locked']])
    expect((await people()).status).toBe(423)
    at.pass({ seconds: 10 })
    expect(await other.signedIn(cookie)).toMatchObject({ state: 'locked' })
  })

  it('opens to a password, or a code of the app, and to nothing else', async () => {
    await robin.browser.post('session/lock')
    for (const how of [{ password: 'not this one at all' }, { code: '000000' }, { person: 'interviewer' }]) {
      expect((await robin.browser.post('session/unlock', how)).status).toBe(401)
      expect(await robin.browser.state()).toBe('locked')
    }
    expect((await robin.browser.post('session/unlock', { code: at.codeOf(robin.secret) })).body.state).toBe('signed-in')
    await robin.browser.post('session/lock')
    expect((await robin.browser.post('session/unlock', { code: at.codeOf(robin.secret) })).body.problem).toBe(
      'wrong-code',
    )
  })

  it('is no way round the second step', async () => {
    const browser = at.browser()
    await browser.post('sign-in', { signInName: robin.signInName, password: robin.password })
    expect((await browser.post('session/lock')).status).toBe(401)
    expect((await browser.post('session/unlock', { password: robin.password })).status).toBe(401)
    expect(await browser.state()).toBe('second-factor')
  })

  it('comes by itself where nobody asks any more', async () => {
    at.pass({ minutes: 16 })
    await at.identity.sessions.sweep()
    const rows = await at.database.db.selectFrom('sessions').select('state').execute()
    expect(rows).toEqual([{ state: 'locked' }])
  })
})

describe('the end', () => {
  it('comes after twelve hours, however busy', async () => {
    for (let turn = 0; turn < 12 * 6 - 1; turn += 1) {
      at.pass({ minutes: 10 })
      await at.identity.signedIn({ cookie: robin.browser.held() })
    }
    expect((await people()).status).toBe(200)
    at.pass({ minutes: 10 })
    expect((await people()).status).toBe(401)
    expect((await unlock()).status).toBe(401)
  })

  it('is not put off by unlocking', async () => {
    at.pass({ minutes: 11 * 60 })
    await unlock()
    at.pass({ minutes: 61 })
    await at.identity.sessions.sweep()
    expect(await robin.browser.state()).toBe('signed-out')
    expect(await at.database.db.selectFrom('sessions').select('id').execute()).toEqual([])
  })
})

describe('a session', () => {
  it('is listed with its browser, and ended from another one at once', async () => {
    const other = await signedInAgain(at, robin)
    const { sessions } = await accountOf(robin.browser)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ here }) => here)).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ browser: 'firefox', begunAt: expect.any(String) })
    const theirs = sessions.find(({ here }) => !here)?.id ?? ''
    const ended: unknown[] = []
    at.identity.sessions.onEnded((session, how) => ended.push([session, how]))
    expect((await robin.browser.ask('DELETE', `account/sessions/${theirs}`)).status).toBe(200)
    expect(ended).toEqual([[theirs, 'ended']])
    expect((await other.get('people')).status).toBe(401)
    expect((await people()).status).toBe(200)
  })

  it('takes its socket with it when it ends, at once', async () => {
    const sam = await member(at, robin.browser)
    const client = at.socket({}, { cookie: sam.browser.held() ?? '' })
    await new Promise((resolve, reject) => client.once('connect', () => resolve(0)).once('connect_error', reject))
    const gone = new Promise<number>(resolve => client.once('disconnect', () => resolve(performance.now())))
    const before = performance.now()
    await robin.browser.ask('PATCH', `people/${sam.person.id}`, { state: 'suspended' })
    expect((await gone) - before).toBeLessThan(3000)
  })

  it('of somebody else cannot be ended', async () => {
    const sam = await member(at, robin.browser)
    const [theirs] = (await accountOf(robin.browser)).sessions
    const { status } = await sam.browser.ask('DELETE', `account/sessions/${theirs?.id}`)
    expect(status).toBe(404)
    expect((await people()).status).toBe(200)
  })

  it('that ended is gone within ten seconds for other processes, and for who only listens', async () => {
    const other = await at.process()
    const cookie = { cookie: robin.browser.held() }
    expect(await other.signedIn(cookie)).toBeDefined()
    const ids = (await accountOf(robin.browser)).sessions.map(({ id }) => id)
    expect(await other.sessions.stillOpen(ids)).toEqual(ids)
    await robin.browser.ask('DELETE', 'session')
    expect(await other.sessions.stillOpen(ids)).toEqual([])
    at.pass({ seconds: 10 })
    expect(await other.signedIn(cookie)).toBeUndefined()
  })

  it('is not asked of Postgres at every turn', async () => {
    const cookie = { cookie: robin.browser.held() }
    await at.identity.signedIn(cookie)
    let queries = 0
    const client = await at.database.pool.connect()
    const proto = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown }
    const query = proto.query
    client.release()
    proto.query = function counted(this: unknown, ...args: unknown[]) {
      queries += 1
      return query.apply(this, args)
    }
    try {
      for (let turn = 0; turn < 100; turn += 1) await at.identity.signedIn(cookie)
    } finally {
      proto.query = query
    }
    expect(queries).toBe(0)
  })
})

describe('the demo', () => {
  it('lets ready people be chosen, and nobody outside it', async () => {
    const browser = at.browser()
    expect((await browser.post('session', { person: 'manager' })).body.problem).toBe('no-such-person')
    const demo = await openPeople(at.database, { people: readyPeople })
    const chosen = await demo.browser().post('session', { person: 'manager' })
    expect(chosen.body).toMatchObject({ state: 'signed-in', person: { id: 'manager' }, methods: ['choice'] })
    expect(chosen.body.people).toHaveLength(readyPeople.length)
    await demo.close()
    expect((await at.browser().get<SessionResponse>('session')).body.people).toEqual([])
  })

  it('locks too, and opens to the same person chosen again', async () => {
    const demo = await openPeople(at.database, { people: readyPeople })
    const browser = demo.browser()
    await browser.post('session', { person: 'manager' })
    demo.pass({ minutes: 15 })
    expect(await browser.state()).toBe('locked')
    expect((await browser.post('session/unlock', { person: 'auditor' })).status).toBe(401)
    expect((await browser.post('session/unlock', { person: 'manager' })).body.state).toBe('signed-in')
    expect((await browser.get('account')).body.problem).toBe('no-account')
    await demo.close()
  })

  it('is over where the server is started without it', async () => {
    const demo = await openPeople(at.database, { people: readyPeople })
    const browser = demo.browser()
    await browser.post('session', { person: 'manager' })
    const cookie = { cookie: browser.held() }
    expect(await demo.identity.signedIn(cookie)).toBeDefined()
    expect(await at.identity.signedIn(cookie)).toBeUndefined()
    const token = await at.tokens.issue({ id: 'manager', role: 'manager' })
    expect(await demo.identity.personOfToken(token)).toMatchObject({ id: 'manager' })
    expect(await at.identity.personOfToken(token)).toBeUndefined()
    await demo.close()
  })
})

describe('a token', () => {
  it('is good for an account as it is now, until they are suspended or turned out', async () => {
    const sam = await member(at, robin.browser)
    const token = await at.tokens.issue({ id: sam.person.id, role: 'administrator' })
    expect(await at.identity.personOfToken(token)).toEqual(sam.person)
    expect(await at.identity.signedIn({ authorization: `Bearer ${token}` })).toMatchObject({ session: null })
    await robin.browser.ask('PATCH', `people/${sam.person.id}`, { state: 'suspended' })
    expect(await at.identity.personOfToken(token)).toBeUndefined()
    at.pass({ minutes: 1 })
    await robin.browser.ask('PATCH', `people/${sam.person.id}`, { state: 'active' })
    expect(await at.identity.personOfToken(token)).toBeUndefined()
    expect(await at.identity.personOfToken(await at.tokens.issue({ id: 'nobody', role: 'manager' }))).toBeUndefined()
  })
})
