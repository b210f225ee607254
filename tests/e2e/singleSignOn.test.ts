import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type OidcProvider, openOidcProvider, type SaidOf } from '../support/oidcProvider.ts'
import { ServerProcess } from '../support/serverProcess.ts'
import { beginAs, freePort, goTo, patiently, question } from './consoleUnderTest.ts'

// Ours is 127.0.0.1 and the provider is localhost: to a browser two sites.
let folder: string
let url: string
let provider: OidcProvider
let server: ServerProcess
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-talk-sso-'))
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  provider = await openOidcProvider({ back: [`${url}/api/sign-in/sso/back`], after: [`${url}/`] })
  const secretFile = join(folder, 'secret')
  await writeFile(secretFile, provider.clientSecret, { mode: 0o600 })
  server = new ServerProcess(join(folder, 'data'), {
    env: {
      PORT: String(port),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET_FILE: secretFile,
      OIDC_NAME: 'Example Council',
      OIDC_ROLES: 'Talk.Manager=manager,Talk.Interviewer=interviewer',
      OIDC_TEAM: 'north',
    },
  })
  const [, launched] = await Promise.all([server.ready(), launchBrowser()])
  browser = launched
})
afterAll(async () => {
  await browser?.close()
  const { out, err } = await server.end('SIGTERM')
  // After all of them, in whatever order they ran: nothing of anyone was said by the program.
  for (const secret of ['asha', 'dov', 'council.example', provider.clientSecret, 'code=', 'state=', 'eyJ']) {
    expect(`${out}${err}`).not.toContain(secret)
  }
  expect(out).toContain('single-sign-on-cancelled')
  await provider?.close()
  await rm(folder, { recursive: true, force: true })
})

async function fresh(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

const known = (login: string, said: SaidOf = {}) =>
  provider.people.set(login, {
    name: `Example ${login}`,
    preferred_username: `${login}@council.example`,
    roles: ['Talk.Interviewer'],
    amr: ['pwd', 'mfa'],
    ...said,
  })

/** On the provider's own page. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByRole('heading', { name: 'Example Council' }).waitFor()
  expect(new URL(page.url()).origin).toBe(provider.issuer)
  await page.getByLabel('Login').fill(login)
  await page.getByRole('button', { name: 'Sign in here' }).click()
}

const chooseSso = (page: Page) => page.getByRole('link', { name: 'Sign in with Example Council' }).click()
const box = (page: Page) => page.getByLabel('in their words')
const isAt = (page: Page, path: string) => expect.poll(() => page.url(), patiently).toBe(`${url}${path}`)

describe('a person of the council', () => {
  it('signs in from our page at the provider, lands where they work and is known there at once', async () => {
    known('asha')
    const page = await fresh()
    const refused: string[] = []
    page.on('console', message => message.text().includes('Content Security Policy') && refused.push(message.text()))
    await page.goto('/')
    await chooseSso(page)
    await signInThere(page, 'asha')
    await page.getByRole('heading', { name: 'What needs me now', level: 1 }).waitFor()
    await isAt(page, '/desk')
    await page.getByRole('button', { name: 'Example asha' }).waitFor()
    expect(refused.filter(text => text.includes(url))).toEqual([])
    await page.context().close()
  })

  it('comes back to the page they had opened, in a browser that keeps our pages for offline', async () => {
    known('bela')
    const page = await fresh()
    await page.goto('/interviews/begin')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), patiently).toBe(true)
    await chooseSso(page)
    await signInThere(page, 'bela')
    await page.getByLabel('What does the young person like to be called?').waitFor()
    await isAt(page, '/interviews/begin')
    // What is kept to open without a connection is still the page, and not one of the way here.
    const kept = await page.evaluate(async () => (await caches.match('/'))?.text())
    expect(kept).toContain('id="app"')
    await page.context().close()
  })

  it('unlocks in the middle of an interview, and finds what they had typed', async () => {
    known('carys')
    const page = await fresh()
    await page.goto('/')
    await chooseSso(page)
    await signInThere(page, 'carys')
    await page.getByRole('heading', { name: 'What needs me now', level: 1 }).waitFor()
    const path = await beginAs(page, 'Example Dunlin')
    await goTo(page, 'What was going on before')
    const asked = 'Tell me what was going on before you went.'
    await expect.poll(() => question(page).textContent(), patiently).toBe(asked)
    await box(page).fill('and half typed')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Lock' }).click()
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    await chooseSso(page)
    await signInThere(page, 'carys')
    await page.getByRole('heading', { name: 'Example Dunlin', level: 1 }).waitFor()
    await isAt(page, path)
    await expect.poll(() => question(page).textContent(), patiently).toBe(asked)
    await expect.poll(() => box(page).inputValue(), patiently).toBe('and half typed')
    await page.context().close()
  })

  it('is told in words why they are not let in, and the address keeps none of it', async () => {
    known('dov', { roles: [] })
    const page = await fresh()
    await page.goto('/')
    await chooseSso(page)
    await signInThere(page, 'dov')
    await page.getByText('Nobody has given you a role here yet.').first().waitFor()
    await isAt(page, '/')
    await page.context().close()
  })

  it('who does not go on at the provider is back on our page', async () => {
    const page = await fresh()
    await page.goto('/')
    await chooseSso(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('You did not go on there.').first().waitFor()
    await page.context().close()
  })

  it('can sign out at the provider as well', async () => {
    const page = await fresh()
    await page.goto('/')
    await page.getByRole('link', { name: 'Sign out of Example Council on this computer too' }).click()
    await expect.poll(() => new URL(page.url()).origin, patiently).toBe(provider.issuer)
    await page.context().close()
  })
})
