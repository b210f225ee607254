import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccountRefusal, FactorAdded } from '../../../../console/contract/account.ts'
import type { SessionResponse } from '../../../../console/contract/signIn.ts'
import { launchBrowser } from '../../../support/browser.ts'
import { accountOf, type Member, member, openFreshPeople, type PeopleUnderTest } from './peopleUnderTest.ts'

let chromium: Browser
beforeAll(async () => {
  chromium = await launchBrowser()
})
afterAll(() => chromium.close())

let at: PeopleUnderTest
let robin: Member
let page: Page
let devtools: CDPSession
let authenticator: string
beforeEach(async () => {
  at = await openFreshPeople()
  robin = await member(at)
  const context = await chromium.newContext()
  page = await context.newPage()
  await page.goto(`${at.url}/api/session`)
  devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  authenticator = await plugIn()
})
afterEach(async () => {
  await page.context().close()
  await at.close()
})

/** A virtual authenticator, which checks who uses it unless told that it cannot. */
async function plugIn(verifies = true): Promise<string> {
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: verifies,
    isUserVerified: verifies,
    automaticPresenceSimulation: true,
  } as const
  return (await devtools.send('WebAuthn.addVirtualAuthenticator', { options })).authenticatorId
}

type Answer = SessionResponse & AccountRefusal & FactorAdded

/** Asks from within the page, as our pages do. */
const post = (path: string, body: object = {}): Promise<Answer> =>
  page.evaluate(
    async ([to, sent]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`/api/${to}`, { method: 'POST', headers, body: JSON.stringify(sent) })
      return (await response.json()) as Answer
    },
    [path, body] as const,
  )

/** What the browser's authenticator answers to what the server asks for; null where it can answer nothing. */
const shown = (path: string): Promise<object | null> =>
  page.evaluate(async from => {
    const headers = { 'content-type': 'application/json' }
    const options = await (await fetch(`/api/${from}/options`, { method: 'POST', headers, body: '{}' })).json()
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
    const credential = await navigator.credentials.get({ publicKey }).catch(() => null)
    return credential && (credential as PublicKeyCredential).toJSON()
  }, path)

const made = (): Promise<object> =>
  page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const options = await (await fetch('/api/account/passkeys/options', { method: 'POST', headers, body: '{}' })).json()
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    const credential = await navigator.credentials.create({ publicKey })
    return (credential as PublicKeyCredential).toJSON()
  })

const firstStep = () => post('sign-in', { signInName: robin.signInName, password: robin.password })
const code = () => {
  at.pass({ seconds: 31 })
  return at.codeOf(robin.secret)
}
const signOut = () => page.evaluate(async () => void (await fetch('/api/session', { method: 'DELETE' })))

/** Signed in with the app, a passkey added, signed out again. */
async function withPasskey(): Promise<void> {
  await firstStep()
  expect((await post('sign-in/code', { code: code() })).state).toBe('signed-in')
  const added = await post('account/passkeys', { passkey: await made(), name: 'Laptop' })
  expect(added.account.factors).toMatchObject([{ kind: 'totp' }, { kind: 'passkey', name: 'Laptop' }])
  await signOut()
}

describe('a passkey', () => {
  it('is added, and is both steps at once', async () => {
    await withPasskey()
    const answered = await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })
    expect(answered).toMatchObject({ state: 'signed-in', person: robin.person })
    expect(answered.methods).toContain('passkey')
    const counts = await at.database.db.selectFrom('factors').select('counter').where('kind', '=', 'passkey').execute()
    expect(Number(counts[0]?.counter)).toBeGreaterThan(0)
  })

  it('is the second step after a password', async () => {
    await withPasskey()
    expect((await firstStep()).methods).toContain('passkey')
    const answered = await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })
    expect(answered.state).toBe('signed-in')
  })

  it('is the way in for whose account others have locked', async () => {
    await withPasskey()
    for (let turn = 0; turn < 5; turn += 1)
      await post('sign-in', { signInName: robin.signInName, password: 'wrong one' })
    expect((await firstStep()).problem).toBe('locked-out')
    expect((await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })).state).toBe('signed-in')
  })

  it('alone is no way in for someone who comes by single sign-on: what the provider took away stays away', async () => {
    await withPasskey()
    await at.database.db.updateTable('accounts').set({ password: null }).execute()
    const answered = await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })
    expect(answered.problem).toBe('wrong-sign-in')
  })

  it('unlocks', async () => {
    await withPasskey()
    await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })
    await post('session/lock')
    expect((await post('session/unlock', { passkey: await shown('session/unlock') })).state).toBe('signed-in')
  })

  it('answers once: what was sent before is of no use', async () => {
    await withPasskey()
    const passkey = await shown('sign-in/passkey')
    expect((await post('sign-in/passkey', { passkey })).state).toBe('signed-in')
    await signOut()
    expect((await post('sign-in/passkey', { passkey })).problem).toBe('wrong-sign-in')
  })

  it('answers within five minutes', async () => {
    await withPasskey()
    const passkey = await shown('sign-in/passkey')
    at.pass({ minutes: 5 })
    expect((await post('sign-in/passkey', { passkey })).problem).toBe('wrong-sign-in')
  })

  it('answers what it was asked, and nothing else', async () => {
    await withPasskey()
    await firstStep()
    const asSecond = await shown('sign-in/passkey')
    await signOut()
    expect((await post('sign-in/passkey', { passkey: asSecond })).problem).toBe('wrong-sign-in')
  })

  it('that is a copy, which counts from the beginning again, is refused', async () => {
    await withPasskey()
    await at.database.db.updateTable('factors').set({ counter: '1000' }).where('kind', '=', 'passkey').execute()
    const answered = await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })
    expect(answered.problem).toBe('wrong-sign-in')
  })

  it('of somebody else is not the second step', async () => {
    await withPasskey()
    const sam = await member(at, robin.browser)
    await post('sign-in', { signInName: sam.signInName, password: sam.password })
    // Asked of the session of Sam, who has none, the browser offers what it has.
    const passkey = await shown('sign-in/passkey')
    expect(passkey).not.toBeNull()
    expect((await post('sign-in/passkey', { passkey })).problem).toBe('wrong-sign-in')
  })

  it('is not both steps where the authenticator cannot tell who uses it', async () => {
    await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: authenticator })
    await plugIn(false)
    await withPasskey()
    const { credential } = await at.database.db
      .selectFrom('factors')
      .select('credential')
      .where('kind', '=', 'passkey')
      .executeTakeFirstOrThrow()
    // As a page would ask that does not want to know.
    const unverified = await page.evaluate(async id => {
      const headers = { 'content-type': 'application/json' }
      const asked = await fetch('/api/sign-in/passkey/options', { method: 'POST', headers, body: '{}' })
      const allowCredentials = [{ id, type: 'public-key' }]
      const options = { ...((await asked.json()) as object), userVerification: 'discouraged', allowCredentials }
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
        options as PublicKeyCredentialRequestOptionsJSON,
      )
      const credential = await navigator.credentials.get({ publicKey }).catch(() => null)
      return credential && (credential as PublicKeyCredential).toJSON()
    }, credential)
    expect(unverified).not.toBeNull()
    expect((await post('sign-in/passkey', { passkey: unverified })).problem).toBe('wrong-sign-in')
    await firstStep()
    expect((await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })).state).toBe('signed-in')
  })

  it('is added once, and goes when it is removed', async () => {
    await withPasskey()
    await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })
    const { factors } = await accountOf(robin.browser)
    const passkey = factors.find(({ kind }) => kind === 'passkey')
    expect(passkey?.usedAt).not.toBeNull()
    await robin.browser.post('session/unlock', { password: robin.password })
    expect((await robin.browser.ask('DELETE', `account/factors/${passkey?.id}`)).status).toBe(200)
    await signOut()
    const answered = await post('sign-in/passkey', { passkey: await shown('sign-in/passkey') })
    expect(answered.problem).toBe('wrong-sign-in')
  })
})
