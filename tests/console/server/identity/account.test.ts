import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecoveryCodes, TotpWanted } from '../../../../console/contract/account.ts'
import { passwordFault } from '../../../../console/server/identity/passwordFault.ts'
import {
  accountOf,
  codeIn,
  goodPassword,
  type Member,
  member,
  openFreshPeople,
  openPeople,
  otherPassword,
  type PeopleUnderTest,
  signedInAgain,
  withApp,
} from './peopleUnderTest.ts'

let at: PeopleUnderTest
let robin: Member
beforeEach(async () => {
  at = await openFreshPeople()
  robin = await member(at)
})
afterEach(() => at.close())

const factors = async () => (await accountOf(robin.browser)).factors
const prove = () => robin.browser.post('session/unlock', { password: robin.password })

/** Someone who has a password and no second factor. */
async function settingUp(people = at) {
  const code = codeIn((await people.identity.firstLink()) ?? '')
  const browser = people.browser()
  await browser.post('invitations/accept', { code, name: 'Sam', signInName: 'sam', password: goodPassword })
  return browser
}

describe('an account without a second factor', () => {
  it('may set one up and nothing else', async () => {
    await at.database.db.deleteFrom('accounts').execute()
    const browser = await settingUp()
    expect((await browser.get('session')).body).toMatchObject({ state: 'set-up', person: { name: 'Sam' }, methods: [] })
    expect((await browser.get('people')).status).toBe(403)
    for (const path of ['account/recovery-codes', 'session/lock', 'people/invitations']) {
      expect((await browser.post(path, {})).status).toBeGreaterThanOrEqual(401)
    }
    const change = { current: goodPassword, password: otherPassword }
    expect((await browser.post('account/password', change)).body.problem).toBe('set-up-first')
    expect((await browser.get('account')).status).toBe(200)
    await withApp(at, browser)
    expect(await browser.state()).toBe('signed-in')
    expect((await browser.get('people')).status).toBe(200)
  })

  it('is too late after half an hour', async () => {
    await at.database.db.deleteFrom('accounts').execute()
    const browser = await settingUp()
    at.pass({ minutes: 30 })
    expect(await browser.state()).toBe('signed-out')
  })

  it('is enough where the setting says so', async () => {
    const lax = await openFreshPeople({ requireSecondFactor: false })
    const browser = await settingUp(lax)
    expect(await browser.state()).toBe('signed-in')
    await lax.close()
  })
})

describe('an authenticator app', () => {
  it('counts only once it was confirmed with its own code', async () => {
    const { factor } = (await robin.browser.post<TotpWanted>('account/totp')).body
    const wrongCode = await robin.browser.post('account/totp/confirm', { factor, code: at.codeOf(robin.secret) })
    expect(wrongCode.body.problem).toBe('wrong-code')
    expect(await factors()).toHaveLength(1)
  })

  it('of somebody else is not confirmed', async () => {
    const sam = await member(at, robin.browser)
    const { factor, secret } = (await robin.browser.post<TotpWanted>('account/totp')).body
    const { body } = await sam.browser.post('account/totp/confirm', { factor, code: at.codeOf(secret) })
    expect(body.problem).toBe('no-such-factor')
  })

  it('is added only by who was lately there, and the last one stays', async () => {
    const [first] = await factors()
    at.pass({ minutes: 11 })
    expect((await robin.browser.post('account/totp')).body.problem).toBe('say-again')
    expect((await robin.browser.ask('DELETE', `account/factors/${first?.id}`)).body.problem).toBe('say-again')
    expect((await robin.browser.post('account/recovery-codes')).body.problem).toBe('say-again')
    await prove()
    expect((await robin.browser.ask('DELETE', `account/factors/${first?.id}`)).body.problem).toBe('last-factor')
    const added = await withApp(at, robin.browser)
    expect(added.recoveryCodes).toEqual([])
    expect((await robin.browser.ask('DELETE', `account/factors/${first?.id}`)).status).toBe(200)
    expect((await factors()).map(({ id }) => id)).toEqual([added.factor])
    expect(at.acts()).toEqual(expect.arrayContaining(['factor-added', 'factor-removed']))
    await signedInAgain(at, { ...robin, secret: added.secret })
  })

  it('stays where both are removed at once', async () => {
    await withApp(at, robin.browser)
    const ids = (await factors()).map(({ id }) => id)
    const answers = await Promise.all(ids.map(id => robin.browser.ask('DELETE', `account/factors/${id}`)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('of somebody else is not removed', async () => {
    const sam = await member(at, robin.browser)
    const [theirs] = await factors()
    expect((await sam.browser.ask('DELETE', `account/factors/${theirs?.id}`)).body.problem).toBe('no-such-factor')
    expect((await sam.browser.ask('DELETE', 'account/factors/nonsense')).body.problem).toBe('no-such-factor')
  })
})

describe('new recovery codes', () => {
  it('void the old ones', async () => {
    await prove()
    const { recoveryCodes } = (await robin.browser.post<RecoveryCodes>('account/recovery-codes')).body
    const tried = async (code: string | undefined) => {
      const browser = at.browser()
      await browser.post('sign-in', { signInName: robin.signInName, password: robin.password })
      return (await browser.post('sign-in/code', { code })).status
    }
    expect(await tried(robin.recoveryCodes[0])).toBe(401)
    expect(await tried(recoveryCodes[0])).toBe(200)
  })
})

describe('a new password', () => {
  const change = (current: string, password: string) => robin.browser.post('account/password', { current, password })

  it('needs the present one, and ends every other session', async () => {
    const other = await signedInAgain(at, robin)
    expect((await change('not the present one', otherPassword)).body.problem).toBe('wrong-sign-in')
    expect((await change(robin.password, otherPassword)).status).toBe(200)
    expect(await other.state()).toBe('signed-out')
    expect(await robin.browser.state()).toBe('signed-in')
    const sent = { signInName: robin.signInName }
    expect((await at.browser().post('sign-in', { ...sent, password: robin.password })).status).toBe(401)
    expect((await at.browser().post('sign-in', { ...sent, password: otherPassword })).status).toBe(200)
    expect(at.acts()).toContain('password-changed')
  })

  it('is tried against the present one no more than five times', async () => {
    for (let turn = 0; turn < 5; turn += 1) await change(`not the present one ${turn}`, otherPassword)
    expect((await change(robin.password, otherPassword)).body.problem).toBe('locked-out')
  })

  it('that is weak is refused with the reason, and the old one stays', async () => {
    const strict = await openPeople(at.database, { passwordFault })
    const browser = strict.browser()
    browser.hold(robin.browser.held())
    const { status, body } = await browser.post('account/password', {
      current: robin.password,
      password: 'password1234',
    })
    expect({ status, problem: body.problem, why: body.why }).toEqual({
      status: 422,
      problem: 'weak-password',
      why: 'common',
    })
    await strict.close()
    await signedInAgain(at, robin)
  })
})
