import { generateSync } from 'otplib'
import type { AccountRefusal, AccountResponse, FactorAdded, TotpWanted } from '../../../../console/contract/account.ts'
import type { InvitationLink, Person } from '../../../../console/contract/people.ts'
import type { SessionResponse } from '../../../../console/contract/signIn.ts'
import type { AuditEntry } from '../../../../console/records/audit/audit.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { createEdge, thisComputerAlone } from '../../../../console/server/edge/createEdge.ts'
import { createIdentity, type IdentityOptions } from '../../../../console/server/identity/createIdentity.ts'
import { createTokens } from '../../../../console/server/identity/tokens.ts'
import { freshDatabase } from '../../../support/database.ts'
import { keysOf } from '../../../support/keys.ts'
import { storedInterviews } from '../../../support/storedInterviews.ts'
import { openConsole } from '../openConsole.ts'

export const goodPassword = 'gravel lantern orbit mustard'
export const otherPassword = 'violet harbour cactus ninety'

/** The real console with accounts, on a clock that stands still until it is moved. */
export async function openPeople(database: Database, other: Partial<IdentityOptions> = {}) {
  const started = Date.now()
  let passed = 0
  const now = () => new Date(started + passed)
  const tokens = createTokens(new Uint8Array(32).fill(7), now)
  const audited: AuditEntry[] = []
  const { keys, audit } = keysOf(database)
  const process = () =>
    createIdentity({
      database,
      keys,
      audit: {
        async write(entry) {
          await audit.write(entry)
          audited.push(entry)
        },
      },
      tokens,
      now,
      people: [],
      secure: false,
      onFault: error => {
        throw error
      },
      // Worked out in a thread for half a second each: asked for where it is what is tested.
      passwordFault: async () => undefined,
      ...other,
    })
  const identity = await process()
  const edge = createEdge({ ...thisComputerAlone, rateLimit: 'off' })
  const at = await openConsole(storedInterviews(database), database, { identity, edge, demo: false })
  return {
    ...at,
    database,
    // A browser makes passkeys for a name only.
    url: at.url.replace('127.0.0.1', 'localhost'),
    identity,
    tokens,
    /** Another process on the same database. */
    process,
    now,
    audited,
    acts: () => audited.map(({ act }) => act),
    pass: ({ minutes = 0, seconds = 0, days = 0 }: { minutes?: number; seconds?: number; days?: number }) => {
      passed += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000
    },
    /** A browser that holds nothing yet. */
    browser: (userAgent?: string) => browserAt(at.url, userAgent),
    /** Of an authenticator app that holds this secret. */
    codeOf: (secret: string, after = 0) => generateSync({ secret, epoch: now().getTime() / 1000 + after }),
  }
}

export type PeopleUnderTest = Awaited<ReturnType<typeof openPeople>>

/** The same on an empty database of its own, which is closed with it. */
export async function openFreshPeople(other: Partial<IdentityOptions> = {}): Promise<PeopleUnderTest> {
  const database = await freshDatabase()
  const at = await openPeople(database, other)
  return {
    ...at,
    async close() {
      await at.close()
      await database.close()
    },
  }
}

export interface Answered<T> {
  status: number
  body: T
  cookie: string | null
}

export type AtBrowser = ReturnType<typeof browserAt>

/** Asks as a page of ours does, and keeps the cookie it is given. */
export function browserAt(url: string, userAgent = 'Mozilla/5.0 Firefox/140.0') {
  let cookie: string | undefined
  async function ask<T = SessionResponse & AccountRefusal>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answered<T>> {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: {
        'user-agent': userAgent,
        origin: url,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.get('Set-Cookie')
    if (set !== null) cookie = set.split(';')[0]
    return { status: response.status, body: (await response.json()) as T, cookie: set }
  }
  return {
    ask,
    get: <T = SessionResponse & AccountRefusal>(path: string) => ask<T>('GET', path),
    post: <T = SessionResponse & AccountRefusal>(path: string, body?: unknown) => ask<T>('POST', path, body),
    held: () => cookie,
    hold: (other: string | undefined) => {
      cookie = other
    },
    state: async () => (await ask<SessionResponse>('GET', 'session')).body.state,
  }
}

export interface Member {
  browser: AtBrowser
  person: Person
  signInName: string
  password: string
  /** Of their authenticator app. */
  secret: string
  recoveryCodes: readonly string[]
}

let made = 0

/** Someone with an account, a password and an authenticator app, signed in: the first administrator, unless invited by one. */
export async function member(
  at: PeopleUnderTest,
  invitedBy?: AtBrowser,
  invited: { role: Person['role']; team: string } = { role: 'interviewer', team: 'north' },
): Promise<Member> {
  made += 1
  const browser = at.browser()
  const code = invitedBy
    ? codeIn((await invitedBy.post<InvitationLink>('people/invitations', invited)).body.link)
    : codeIn((await at.identity.firstLink()) ?? '')
  const signInName = `person.${made}@council.example`
  const accept = { code, name: `Person ${made}`, signInName, password: goodPassword }
  const accepted = await browser.post('invitations/accept', accept)
  if (accepted.body.state !== 'set-up') throw new Error(`Not accepted: ${JSON.stringify(accepted.body)}`)
  const { secret, recoveryCodes, person } = await withApp(at, browser)
  return { browser, person, signInName, password: goodPassword, secret, recoveryCodes }
}

/** Sets up an authenticator app for whoever is signed in here. */
export async function withApp(at: PeopleUnderTest, browser: AtBrowser) {
  const { factor, secret } = (await browser.post<TotpWanted>('account/totp')).body
  const { status, body } = await browser.post<FactorAdded>('account/totp/confirm', { factor, code: at.codeOf(secret) })
  if (status !== 200) throw new Error(`Not confirmed: ${JSON.stringify(body)}`)
  // The code that confirmed it is used up.
  at.pass({ seconds: 31 })
  return { factor, secret, recoveryCodes: body.recoveryCodes, person: body.account.person }
}

export const codeIn = (link: string) => link.slice(link.indexOf('#') + 1)

/** Both steps, in a browser of one's own. */
export async function signedInAgain(at: PeopleUnderTest, { signInName, password, secret }: Member): Promise<AtBrowser> {
  const browser = at.browser()
  await browser.post('sign-in', { signInName, password })
  const { body } = await browser.post('sign-in/code', { code: at.codeOf(secret) })
  if (body.state !== 'signed-in') throw new Error(`Not signed in: ${JSON.stringify(body)}`)
  at.pass({ seconds: 31 })
  return browser
}

export const accountOf = async (browser: AtBrowser) => (await browser.get<AccountResponse>('account')).body
