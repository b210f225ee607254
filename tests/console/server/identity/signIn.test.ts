import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountRefusal } from '../../../../console/contract/account.ts'
import { type Member, member, openFreshPeople, type PeopleUnderTest, signedInAgain } from './peopleUnderTest.ts'

let at: PeopleUnderTest
let robin: Member
beforeEach(async () => {
  at = await openFreshPeople()
  robin = await member(at)
})
afterEach(() => at.close())

const signIn = (browser = at.browser(), other: Partial<{ signInName: string; password: string }> = {}) =>
  browser.post('sign-in', { signInName: robin.signInName, password: robin.password, ...other })
const wrong = { password: 'wrong password entirely' }

/** Signed in with a password, the second step to come. */
async function halfWay() {
  const browser = at.browser()
  expect((await signIn(browser)).body.state).toBe('second-factor')
  return browser
}

describe('signing in', () => {
  it('takes a password and then a code, and nothing is open in between', async () => {
    const browser = await halfWay()
    expect((await browser.get('session')).body).toMatchObject({ person: null, colleagues: {} })
    expect((await browser.get('account')).status).toBe(401)
    expect((await browser.get('people')).status).toBe(401)
    expect((await browser.get('session')).body.methods).toEqual(['code', 'recovery-code'])
    const { body } = await browser.post('sign-in/code', { code: at.codeOf(robin.secret) })
    expect(body).toMatchObject({ state: 'signed-in', person: robin.person, methods: ['password', 'code'] })
    expect((await browser.get('people')).status).toBe(200)
    expect(at.acts()).toContain('signed-in')
  })

  it('does not mind how the name is typed', async () => {
    const { body } = await signIn(at.browser(), { signInName: `  ${robin.signInName.toUpperCase()} ` })
    expect(body.state).toBe('second-factor')
  })

  it('answers the same to a wrong name, a wrong password and a suspended person', async () => {
    const sam = await member(at, robin.browser)
    await robin.browser.ask('PATCH', `people/${sam.person.id}`, { state: 'suspended' })
    const answers = await Promise.all([
      signIn(at.browser(), wrong),
      signIn(at.browser(), { signInName: 'nobody@council.example' }),
      signIn(at.browser(), { signInName: sam.signInName, password: sam.password }),
    ])
    for (const { status, body, cookie } of answers) {
      expect({ status, cookie, problem: body.problem }).toEqual({ status: 401, cookie: null, problem: 'wrong-sign-in' })
      expect(body).toEqual(answers[0]?.body)
    }
  })

  it('takes as long for a name that nobody has', async () => {
    const taken = async (other: object) => {
      const times: number[] = []
      for (let turn = 0; turn < 9; turn += 1) {
        await at.database.db.deleteFrom('tries').execute()
        const before = performance.now()
        await signIn(at.browser(), { ...wrong, ...other })
        times.push(performance.now() - before)
      }
      return times.toSorted((a, b) => a - b)[4] ?? 0
    }
    const known = await taken({})
    const unknown = await taken({ signInName: 'nobody@council.example' })
    // The hash alone takes longer than all the rest: left out, this would be a small part of it.
    expect(unknown / known).toBeGreaterThan(0.6)
    expect(unknown / known).toBeLessThan(1.7)
  })

  it('keeps no password, code or secret that can be read', async () => {
    const tables = ['accounts', 'factors', 'recovery_codes', 'sessions', 'tries', 'invitations', 'audit'] as const
    await signIn(at.browser(), { signInName: 'my password is kettle' })
    const kept = await Promise.all(tables.map(table => at.database.db.selectFrom(table).selectAll().execute()))
    const text = JSON.stringify(kept, (_key, value: unknown) =>
      value && typeof value === 'object' && 'data' in value
        ? Buffer.from(value.data as number[]).toString('latin1')
        : value,
    )
    const secret = robin.browser.held()?.split('=')[1] ?? ''
    for (const each of [robin.password, robin.secret, secret, ...robin.recoveryCodes, 'kettle']) {
      expect(text).not.toContain(each)
    }
    expect(text).toMatch(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('hashes a password anew that was kept in another way', async () => {
    const { hash } = await import('@node-rs/argon2')
    const { accountKeys } = await import('../../../../console/server/identity/accountKeys.ts')
    const { keysOf } = await import('../../../support/keys.ts')
    const { pepper } = accountKeys(await keysOf(at.database).keys.forUse('accounts'))
    const old = await hash(robin.password, { memoryCost: 8_192, timeCost: 1, parallelism: 1, secret: pepper })
    await at.database.db.updateTable('accounts').set({ password: old }).execute()
    await halfWay()
    const { password } = await at.database.db.selectFrom('accounts').select('password').executeTakeFirstOrThrow()
    expect(password).toContain('m=19456,t=2,p=1')
    await halfWay()
  })

  it.each([
    ['without a name', {}],
    ['with a name that is no text', { signInName: 1, password: 'x' }],
    ['without a password', { signInName: 'x', password: '' }],
    ['with a book for a password', { signInName: 'x', password: 'y'.repeat(2000) }],
    ['with more than was asked', { signInName: 'x', password: 'y', role: 'administrator' }],
  ])('is refused %s', async (_how, sent) => {
    expect((await at.browser().post('sign-in', sent)).body.problem).toBe('bad-request')
  })
})

describe('a code', () => {
  it('is good one step early and late, and never twice', async () => {
    at.pass({ minutes: 2 })
    for (const [after, state] of [
      [-30, 'signed-in'],
      [-30, 'second-factor'],
      [30, 'signed-in'],
      [30, 'second-factor'],
      [0, 'second-factor'],
      [-60, 'second-factor'],
      [60, 'second-factor'],
    ] as const) {
      const browser = await halfWay()
      await browser.post('sign-in/code', { code: at.codeOf(robin.secret, after) })
      expect({ after, state: await browser.state() }).toEqual({ after, state })
      await at.database.db.deleteFrom('tries').execute()
    }
  })

  it('is good once where two use it at once', async () => {
    const browsers = await Promise.all([halfWay(), halfWay(), halfWay()])
    const code = at.codeOf(robin.secret)
    const answers = await Promise.all(browsers.map(browser => browser.post('sign-in/code', { code })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is of no use without the password', async () => {
    const { body } = await at.browser().post('sign-in/code', { code: at.codeOf(robin.secret) })
    expect(body.problem).toBe('sign-in-again')
  })

  it('is too late ten minutes after the password', async () => {
    const browser = await halfWay()
    at.pass({ minutes: 10 })
    expect((await browser.post('sign-in/code', { code: at.codeOf(robin.secret) })).body.problem).toBe('sign-in-again')
    expect(await browser.state()).toBe('signed-out')
  })
})

describe('a recovery code', () => {
  it('is one of ten, good once, however it is typed', async () => {
    const [code = '', other = ''] = robin.recoveryCodes
    expect(new Set(robin.recoveryCodes).size).toBe(10)
    const first = await halfWay()
    const typed = code.replaceAll('-', ' ').toUpperCase()
    expect((await first.post('sign-in/code', { code: typed })).body.state).toBe('signed-in')
    expect((await first.get<{ recoveryCodesLeft: number }>('account')).body.recoveryCodesLeft).toBe(9)
    const second = await halfWay()
    expect((await second.post('sign-in/code', { code })).body.problem).toBe('wrong-code')
    expect((await second.post('sign-in/code', { code: other })).body.state).toBe('signed-in')
    expect(at.acts()).toContain('recovery-code-used')
  })

  it('unlocks nothing', async () => {
    await robin.browser.post('session/lock')
    const { body } = await robin.browser.post('session/unlock', { code: robin.recoveryCodes[0] })
    expect(body.problem).toBe('wrong-code')
  })
})

describe('the lock-out', () => {
  const failures = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) expect((await signIn(at.browser(), wrong)).status).toBe(401)
  }
  const again = (body: AccountRefusal) => (Date.parse(body.again ?? '') - at.now().getTime()) / 1000

  it('comes after five failures, says until when, and doubles up to a quarter of an hour', async () => {
    await failures(5)
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
      const { status, body } = await signIn()
      expect({ status, problem: body.problem }).toEqual({ status: 429, problem: 'locked-out' })
      expect(again(body)).toBe(seconds)
      at.pass({ seconds: seconds - 1 })
      expect((await signIn()).status).toBe(429)
      at.pass({ seconds: 1 })
      await failures(1)
    }
    expect(at.acts().filter(act => act === 'locked-out').length).toBeGreaterThan(5)
  })

  it('is the same for a name that nobody has', async () => {
    const nobody = { signInName: 'nobody@council.example' }
    for (let turn = 0; turn < 5; turn += 1) await signIn(at.browser(), nobody)
    expect((await signIn(at.browser(), nobody)).body.problem).toBe('locked-out')
    expect((await signIn()).status).toBe(200)
  })

  it('is not forgotten by another process, nor at a restart', async () => {
    await failures(5)
    const other = await at.process()
    const tried = await other.signIn.withPassword(
      { signInName: robin.signInName, password: robin.password },
      { secret: undefined, address: 'another', browser: 'other', place: undefined },
    )
    expect(tried).toMatchObject({ ok: false, problem: 'locked-out' })
  })

  it('lets no more than five of many at once be tried', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(at.browser(), wrong)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  it('forgets failures when someone signs in with both steps, and not with the password alone', async () => {
    await failures(4)
    const browser = await halfWay()
    expect((await browser.post('sign-in/code', { code: '000000' })).body.problem).toBe('wrong-code')
    expect((await signIn()).body.problem).toBe('locked-out')
    at.pass({ seconds: 30 })
    await signedInAgain(at, robin)
    await failures(4)
    await halfWay()
  })

  it('counts wrong codes between right passwords', async () => {
    const problems: unknown[] = []
    for (let turn = 0; turn < 6; turn += 1) {
      const browser = at.browser()
      await signIn(browser)
      problems.push((await browser.post('sign-in/code', { code: '000000' })).body.problem)
    }
    expect(problems).toEqual([...Array(5).fill('wrong-code'), 'sign-in-again'])
    expect((await signIn()).body.problem).toBe('locked-out')
  })

  it('counts trying to unlock as trying to sign in', async () => {
    await robin.browser.post('session/lock')
    for (let turn = 0; turn < 5; turn += 1) await robin.browser.post('session/unlock', wrong)
    expect((await robin.browser.post('session/unlock', { password: robin.password })).body.problem).toBe('locked-out')
    expect((await signIn()).body.problem).toBe('locked-out')
    at.pass({ seconds: 30 })
    expect((await robin.browser.post('session/unlock', { password: robin.password })).body.state).toBe('signed-in')
  })

  it('holds up an address that tries one password on everybody', async () => {
    for (let turn = 0; turn < 20; turn += 1) await signIn(at.browser(), { signInName: `person ${turn} else` })
    expect((await signIn()).body.problem).toBe('locked-out')
  })
})
