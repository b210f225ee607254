import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SaidOf, Tamper } from '../../../../support/oidcProvider.ts'
import { type WebWalk, webWalk } from '../../../../support/webWalk.ts'
import {
  cameBack,
  openSsoConsole,
  type SsoConsole,
  sentToProvider,
  signedInAtProvider,
  signedInBySso,
} from './openSsoConsole.ts'

let console: SsoConsole
beforeAll(async () => {
  console = await openSsoConsole()
})
afterAll(() => console.close())
afterEach(() => {
  console.provider.tamper = undefined
  console.clock.aheadMs = 0
})

const twoFactors = { amr: ['pwd', 'mfa'] }
const known = (login: string, said: SaidOf = {}) =>
  console.provider.people.set(login, {
    name: `${login} Example`,
    preferred_username: `${login}@example.org`,
    roles: ['Talk.Interviewer'],
    ...twoFactors,
    ...said,
  })

/** Why they were not let in, after being as far as the way back. */
async function pathAfter(walk: WebWalk, back: string): Promise<string> {
  const { pathname, hash } = new URL(await cameBack(walk, back))
  return `${pathname}${hash}`
}

const accountOf = async (login: string) =>
  (await console.accounts()).find(({ sign_in_name }) => sign_in_name === `${login}@example.org`)

describe('whoever the provider gives a role', () => {
  it('has an account made, of the role and team it says, and lands where they wanted to be', async () => {
    known('asha', { department: 'south' })
    const { walk, path } = await signedInBySso(console, 'asha', { to: '/interviews/begin?a=1' })
    expect(path).toBe('/interviews/begin?a=1')
    expect(await console.session(walk)).toMatchObject({
      state: 'signed-in',
      person: { role: 'interviewer', team: 'south', name: 'asha Example' },
    })
    const { id, password } = (await accountOf('asha')) ?? {}
    expect(password).toBeNull()
    expect(await console.audited()).toEqual(
      expect.arrayContaining([
        { by: id, act: 'account-made', about: 'sso' },
        expect.objectContaining({ by: id, act: 'signed-in' }),
      ]),
    )
  })

  it('is the same person the next time, whatever they are called by then', async () => {
    known('bela')
    const first = await signedInBySso(console, 'bela')
    const before = (await console.session(first.walk)).person
    known('bela', { name: 'Bela Other', preferred_username: 'other@example.org' })
    const { walk } = await signedInBySso(console, 'bela')
    expect((await console.session(walk)).person).toEqual({ ...before, name: 'Bela Other' })
  })

  it('is not someone else who has the same sign-in name or e-mail address', async () => {
    known('carys', { email: 'carys@example.org' })
    await signedInBySso(console, 'carys')
    known('carys-2', { preferred_username: 'carys@example.org', email: 'carys@example.org' })
    const { walk } = await signedInBySso(console, 'carys-2')
    const { id } = (await accountOf('carys')) ?? {}
    expect((await console.session(walk)).person?.id).not.toBe(id)
  })

  it('is one person when two tabs come back at once for the first time', async () => {
    known('dov')
    const ways = await Promise.all(
      [webWalk(), webWalk()].map(async walk => ({
        walk,
        back: await signedInAtProvider(walk, await sentToProvider(console, walk), 'dov'),
      })),
    )
    await Promise.all(ways.map(({ walk, back }) => cameBack(walk, back)))
    const people = await Promise.all(ways.map(async ({ walk }) => (await console.session(walk)).person?.id))
    expect(new Set(people).size).toBe(1)
    expect(people[0]).toBeDefined()
  })

  it('has a role and a team that follow the provider, and goes on nowhere as what they were', async () => {
    known('eno', { roles: ['Talk.Manager'], department: 'south' })
    const first = await signedInBySso(console, 'eno')
    known('eno', { roles: ['Talk.Interviewer'], department: 'east' })
    const { walk } = await signedInBySso(console, 'eno')
    expect((await console.session(walk)).person).toMatchObject({ role: 'interviewer', team: 'east' })
    expect((await console.session(first.walk)).state).toBe('signed-out')
    const { id } = (await accountOf('eno')) ?? {}
    expect(await console.audited()).toContainEqual({ by: 'system', act: 'account-changed', about: id })
  })
})

describe('whoever the provider gives no role', () => {
  it('is told so, and has no account made', async () => {
    known('fay', { roles: ['Another.Program'] })
    expect((await signedInBySso(console, 'fay')).path).toBe('/#sso-no-role')
    expect(await accountOf('fay')).toBeUndefined()
  })

  it('is refused as soon as it is taken away, and their sessions end', async () => {
    known('gus')
    const before = await signedInBySso(console, 'gus')
    known('gus', { roles: [] })
    const { walk, path } = await signedInBySso(console, 'gus')
    expect(path).toBe('/#sso-no-role')
    expect((await console.session(walk)).state).toBe('signed-out')
    expect((await console.session(before.walk)).state).toBe('signed-out')
  })
})

describe('an account that is suspended here', () => {
  it('stays out, whatever the provider says', async () => {
    known('hal')
    await signedInBySso(console, 'hal')
    const { id = '' } = (await accountOf('hal')) ?? {}
    await console.database.db.updateTable('accounts').set({ state: 'suspended' }).where('id', '=', id).execute()
    const { walk, path } = await signedInBySso(console, 'hal')
    expect(path).toBe('/#sso-suspended')
    expect((await console.session(walk)).state).toBe('signed-out')
  })
})

describe('a second factor', () => {
  it('is ours to ask for where the provider does not show that it asked for one', async () => {
    known('ida', { amr: ['pwd'] })
    const { walk } = await signedInBySso(console, 'ida')
    expect((await console.session(walk)).state).toBe('set-up')
  })

  it('of ours is asked for each time once it is set up', async () => {
    known('jan', { amr: ['pwd'] })
    await signedInBySso(console, 'jan')
    const { id: account = '' } = (await accountOf('jan')) ?? {}
    await console.identity.factors.add({
      id: crypto.randomUUID(),
      account,
      kind: 'totp',
      name: 'phone',
      confirmed: true,
      secret: Buffer.from('sealed'),
      step: null,
      credential: null,
      public_key: null,
      counter: null,
      transports: null,
      added_at: new Date(),
      used_at: null,
    })
    const { walk } = await signedInBySso(console, 'jan')
    expect(await console.session(walk)).toMatchObject({ state: 'second-factor', person: null })
  })
})

describe('a locked session', () => {
  it('goes on under a new secret, for the same person alone', async () => {
    known('kit')
    const { walk } = await signedInBySso(console, 'kit')
    const secretIn = () => walk.cookies.get(console.url)?.get('return-talk-session')
    const before = secretIn()
    const { person } = await console.session(walk)
    await console.database.db.updateTable('sessions').set({ state: 'locked' }).execute()
    console.clock.aheadMs = 15_000
    expect((await console.session(walk)).state).toBe('locked')
    await signedInBySso(console, 'kit', { walk })
    expect(await console.session(walk)).toMatchObject({ state: 'signed-in', person })
    expect(secretIn()).not.toBe(before)
    const { id } = (await accountOf('kit')) ?? {}
    expect(await console.audited()).toContainEqual(expect.objectContaining({ by: id, act: 'unlocked' }))
  })

  it('is not opened by whoever sits at a computer where the provider still knows them', async () => {
    known('lea')
    const { walk } = await signedInBySso(console, 'lea')
    await console.database.db.updateTable('sessions').set({ state: 'locked' }).execute()
    console.clock.aheadMs = 60_000
    // They take out of the address what asks the provider to ask who is there: it answers at once, without a page.
    const step = await sentToProvider(console, walk, '/interviews', address => {
      address.searchParams.delete('prompt')
      address.searchParams.delete('max_age')
    })
    expect(step.to).toContain('/api/sign-in/sso/back')
    expect(await pathAfter(walk, step.to ?? '')).toBe('/#sso-not-fresh')
    expect((await console.session(walk)).state).toBe('locked')
  })
})

describe('what is not as it was sent', () => {
  it.each<[string, (address: URL) => void]>([
    ['another state', address => address.searchParams.set('state', 'another')],
    ['another nonce', address => address.searchParams.set('nonce', 'another')],
    ['another challenge', address => address.searchParams.set('code_challenge', 'a'.repeat(43))],
    ["another program's code", address => address.searchParams.set('client_id', 'another-program')],
  ])('lets nobody in: %s', async (_what, change) => {
    known('mia')
    const walk = webWalk()
    const back = await signedInAtProvider(walk, await sentToProvider(console, walk, '/', change), 'mia')
    expect(await pathAfter(walk, back)).toBe('/#sso-failed')
    expect((await console.session(walk)).state).toBe('signed-out')
  })

  it.each<[string, Tamper]>([
    ['for another audience', claims => ({ claims: { ...claims, aud: 'another-program' } })],
    ['of another issuer', claims => ({ claims: { ...claims, iss: 'https://evil.example' } })],
    ['with another nonce', claims => ({ claims: { ...claims, nonce: 'another' } })],
    ['that has run out', claims => ({ claims: { ...claims, exp: Math.floor(Date.now() / 1000) - 3600 } })],
    ['of nobody', ({ sub: _, ...claims }) => ({ claims })],
    ['signed by someone else', claims => ({ claims, foreignKey: true })],
    ['that does not say when they showed who they are', ({ auth_time: _, ...claims }) => ({ claims })],
  ])('lets nobody in: a token %s', async (what, tamper) => {
    known('nia')
    console.provider.tamper = tamper
    const { walk, path } = await signedInBySso(console, 'nia')
    expect(path).toBe(what.includes('when') ? '/#sso-not-fresh' : '/#sso-failed')
    expect((await console.session(walk)).state).toBe('signed-out')
  })

  it('was let in where it is as it was sent, and signed anew', async () => {
    known('nia')
    console.provider.tamper = claims => ({ claims })
    expect((await signedInBySso(console, 'nia')).path).toBe('/interviews')
  })
})

describe('the way back', () => {
  /** As far as the way back, with what the browser keeps for it. */
  async function atTheWayBack(login: string) {
    known(login)
    const walk = webWalk()
    const back = await signedInAtProvider(walk, await sentToProvider(console, walk), login)
    return { walk, back, kept: walk.cookies.get(console.url)?.get('return-talk-sso') ?? '' }
  }

  it('leads nowhere in another browser than the one that was sent', async () => {
    const { back } = await atTheWayBack('oda')
    const asked = console.provider.asked
    expect(await pathAfter(webWalk(), back)).toBe('/#sso-expired')
    expect(console.provider.asked).toBe(asked)
  })

  it('is over after ten minutes', async () => {
    const { walk, back } = await atTheWayBack('pia')
    console.clock.aheadMs = 10 * 60_000
    expect(await pathAfter(walk, back)).toBe('/#sso-expired')
  })

  it('is taken once: the same code again lets nobody in, even with what the browser kept', async () => {
    const { walk, back, kept } = await atTheWayBack('quin')
    await cameBack(walk, back)
    expect(walk.cookies.get(console.url)?.has('return-talk-sso')).toBe(false)
    const again = webWalk()
    again.cookies.set(console.url, new Map([['return-talk-sso', kept]]))
    expect(await pathAfter(again, back)).toBe('/#sso-failed')
    expect((await console.session(again)).state).toBe('signed-out')
  })

  it('leads nowhere with what the browser kept changed in one place', async () => {
    const { walk, back, kept } = await atTheWayBack('rex')
    const changed = `${kept.slice(0, 40)}${kept[40] === 'A' ? 'B' : 'A'}${kept.slice(41)}`
    walk.cookies.get(console.url)?.set('return-talk-sso', changed)
    expect(await pathAfter(walk, back)).toBe('/#sso-expired')
  })

  it('lets nobody in with a code sent twice, or as if from another issuer', async () => {
    const twice = await atTheWayBack('sol')
    expect(await pathAfter(twice.walk, `${twice.back}&code=another`)).toBe('/#sso-failed')
    const { walk, back } = await atTheWayBack('sol')
    const url = new URL(back)
    url.searchParams.set('iss', 'https://evil.example')
    expect(await pathAfter(walk, url.href)).toBe('/#sso-failed')
  })

  it('says so when they did not go on at the provider', async () => {
    const walk = webWalk()
    const back = await signedInAtProvider(walk, await sentToProvider(console, walk), undefined)
    expect(await pathAfter(walk, back)).toBe('/#sso-cancelled')
  })

  it('keeps what it needs out of reach of pages, of other paths and of other sites', async () => {
    const sent = await webWalk().get(`${console.url}/api/sign-in/sso`)
    const [cookie = ''] = sent.headers.getSetCookie()
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/api/sign-in/sso', 'Max-Age=600'])
      expect(cookie).toContain(part)
    const { state, nonce } = Object.fromEntries(new URL(sent.to ?? '').searchParams)
    const opened = Buffer.from(/=([^;]+)/.exec(cookie)?.[1] ?? '', 'base64url').toString('latin1')
    expect(opened).not.toContain(state)
    expect(opened).not.toContain(nonce)
  })

  it('cannot be sent as a form', async () => {
    const answer = await fetch(`${console.url}/api/sign-in/sso/back`, {
      method: 'POST',
      headers: { origin: console.provider.issuer, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'code=a&state=b',
    })
    expect(answer.status).toBe(403)
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/.//evil.example/',
    'javascript:alert(1)',
    '/api/sign-in/sso',
    'interviews',
  ])('never leads to another site, or round and round: %s', async to => {
    known('tam')
    expect((await signedInBySso(console, 'tam', { to })).path).toBe('/')
  })
})

describe('where the council leaves it to the provider whether to ask', () => {
  it('whoever it knows comes in without a question, and unlocks with one', async () => {
    const other = await openSsoConsole({ asks: 'provider' })
    try {
      other.provider.people.set('vic', { roles: ['Talk.Interviewer'], ...twoFactors })
      const { walk } = await signedInBySso(other, 'vic')
      await walk.get(`${other.url}/api/sign-in/sso`)
      walk.cookies.get(other.url)?.delete('return-talk-session')
      expect((await sentToProvider(other, walk)).to).toContain('/api/sign-in/sso/back')
      await signedInBySso(other, 'vic', { walk })
      await other.database.db.updateTable('sessions').set({ state: 'locked' }).execute()
      other.clock.aheadMs = 15_000
      expect((await sentToProvider(other, walk)).to).toContain('/here/')
      // Sent as nobody, and back with the locked session: no question was asked, so it opens nothing.
      const ours = walk.cookies.get(other.url)
      const session = ours?.get('return-talk-session') ?? ''
      ours?.delete('return-talk-session')
      const { to = '' } = await sentToProvider(other, walk)
      ours?.set('return-talk-session', session)
      expect(await pathAfter(walk, to)).toBe('/#sso-not-fresh')
      expect((await other.session(walk)).state).toBe('locked')
    } finally {
      await other.close()
    }
  })
})

describe('the provider', () => {
  it('is asked with a challenge, for a code alone, and each time anew who is there', async () => {
    const { to = '' } = await webWalk().get(`${console.url}/api/sign-in/sso`)
    expect(Object.fromEntries(new URL(to).searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: 'return-talk',
      redirect_uri: `${console.url}/api/sign-in/sso/back`,
      prompt: 'login',
      scope: 'openid profile',
    })
  })

  it('is offered for signing out there as well', async () => {
    const { to = '' } = await webWalk().get(`${console.url}/api/sign-in/sso/out`)
    expect(to.startsWith(`${console.provider.issuer}/session/end?`)).toBe(true)
    expect(new URL(to).searchParams.get('post_logout_redirect_uri')).toBe(`${console.url}/`)
  })
})

describe('the log and the audit', () => {
  it('have codes alone: no token, code, secret, name or address of the provider', async () => {
    known('uma', { name: 'Marked Zebrafinch' })
    const walk = webWalk()
    const back = await signedInAtProvider(walk, await sentToProvider(console, walk), 'uma')
    const code = new URL(back).searchParams.get('code') ?? ''
    await cameBack(walk, back)
    console.provider.tamper = claims => ({ claims: { ...claims, aud: 'another-program' } })
    await signedInBySso(console, 'uma')
    const told = `${console.log.join('\n')}${JSON.stringify(await console.audited())}`
    expect(told).toContain('single-sign-on-failed')
    expect(code.length).toBeGreaterThan(20)
    for (const secret of [code, console.provider.clientSecret, 'Zebrafinch', 'uma', 'eyJ', '?code', 'state=']) {
      expect(told).not.toContain(secret)
    }
  })
})
