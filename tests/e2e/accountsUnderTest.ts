import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSync } from 'otplib'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { FactorAdded, TotpWanted } from '../../console/contract/account.ts'
import type { InvitationLink, Person } from '../../console/contract/people.ts'
import type { SessionResponse } from '../../console/contract/signIn.ts'
import { launchBrowser } from '../support/browser.ts'
import { ServerProcess } from '../support/serverProcess.ts'

export const goodPassword = 'gravel lantern orbit mustard'

/** The program as a council runs it, with accounts, and real browsers before it. */
export interface AccountsUnderTest {
  url: string
  /** Where the first administrator comes in. */
  firstLink: string
  /** A fresh browser, in which nobody is signed in. */
  fresh(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function startWithAccounts(): Promise<AccountsUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-accounts-'))
  const server = new ServerProcess(dataDir)
  const [url, browser]: [string, Browser] = await Promise.all([server.ready(), launchBrowser()])
  return {
    url,
    firstLink: server.firstLink(),
    async fresh(options = {}) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      })
      context.setDefaultTimeout(10_000)
      return context.newPage()
    },
    async close() {
      await browser.close()
      await server.end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Someone with an account: what they sign in with. */
export interface Member {
  name: string
  signInName: string
  password: string
  recoveryCodes: readonly string[]
  /** Of their authenticator app, each one once: the server takes no code twice. */
  code(): string
}

let made = 0

/** Makes the account that a link is for, in this context, which is then signed in as them. By asking the server, not by hand. */
export async function joined(context: BrowserContext, link: string): Promise<Member> {
  made += 1
  const name = `Example Person ${made}`
  const signInName = `person.${made}@council.example`
  const code = link.slice(link.indexOf('#') + 1)
  const api = apiOf(context)
  await api.post<SessionResponse>('invitations/accept', { code, name, signInName, password: goodPassword })
  const { factor, secret } = await api.post<TotpWanted>('account/totp')
  const next = codesOf(secret)
  const { recoveryCodes } = await api.post<FactorAdded>('account/totp/confirm', { factor, code: next() })
  return { name, signInName, password: goodPassword, recoveryCodes, code: next }
}

/** A link for someone new, made by whoever is signed in here. */
export async function invited(context: BrowserContext, role: Person['role'], team = 'north'): Promise<string> {
  const { link } = await apiOf(context).post<InvitationLink>('people/invitations', { role, team })
  return link
}

/** Each code of an authenticator app once, a step ahead each time: as many as a server takes beside its own time. */
export function codesOf(secret: string): () => string {
  let step = -1
  return () => {
    step += 1
    return generateSync({ secret, epoch: Date.now() / 1000 + (step - 1) * 30 })
  }
}

export function apiOf(context: BrowserContext) {
  const asked = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, data?: object): Promise<T> => {
    const response = await context.request.fetch(`/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      ...(data ? { data } : {}),
    })
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    get: <T>(path: string) => asked<T>('GET', path),
    post: <T>(path: string, data?: object) => asked<T>('POST', path, data),
    end: <T>(path: string) => asked<T>('DELETE', path),
  }
}

/** Signs in by hand, with name, password and code, wherever this page is. */
export async function signInAs(page: Page, member: Member): Promise<void> {
  await page.getByLabel('Sign-in name').fill(member.signInName)
  await page.getByLabel('Password', { exact: true }).fill(member.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code from your authenticator app').fill(member.code())
  await page.getByRole('button', { name: 'Continue' }).click()
}
