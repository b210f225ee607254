import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createTokens } from '../../console/server/identity/tokens.ts'
import { launchBrowser, personAt } from '../support/browser.ts'
import { ServerProcess } from '../support/serverProcess.ts'
import { tokenKeyOf } from '../support/tokensIn.ts'

/** The program as people run it, with real browsers before it. */
export interface ConsoleUnderTest {
  url: string
  browser: Browser
  /** What the server signs tokens and links with. */
  tokenKey: Uint8Array
  /** A page in a browser of its own, with this person chosen. */
  at(person: string, options?: BrowserContextOptions): Promise<Page>
  /** Kills the server as a power cut would. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** Says something to the bot in a conversation, and answers with what its newest reply tells of the talk. */
  toBot(conversation: string, text: string): Promise<{ interview: string; prompt?: { id: string } }>
  close(): Promise<void>
}

export async function startConsole(): Promise<ConsoleUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-e2e-'))
  const port = await freePort()
  const start = () => new ServerProcess(dataDir, { args: ['--demo'], env: { PORT: String(port) } })
  let server = start()
  const [url, browser] = await Promise.all([server.ready(), launchBrowser()])
  const tokenKey = await tokenKeyOf(dataDir)
  const tokens = createTokens(tokenKey)
  return {
    url,
    browser,
    tokenKey,
    at: async (person, options) => (await personAt(browser, url, person, options)).page,
    async kill() {
      await server.end('SIGKILL')
    },
    async restart() {
      if (server.child.exitCode === null && server.child.signalCode === null) return
      server = start()
      await server.ready()
    },
    async toBot(conversation, text) {
      const token = await tokens.issue({ id: 'interviewer', role: 'interviewer' })
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: randomUUID(),
          text,
          deliveryMode: 'expectReplies',
          channelId: 'test',
          serviceUrl: 'https://example.org/',
          from: { id: 'interviewer' },
          recipient: { id: 'bot' },
          conversation: { id: conversation },
        }),
      })
      const { activities } = (await response.json()) as {
        activities: readonly { channelData?: { interview: string } }[]
      }
      const told = activities.findLast(each => each.channelData)?.channelData
      if (!told) throw new Error(`The bot answered nothing of the talk (${response.status}).`)
      return told
    },
    async close() {
      await browser.close()
      await server.end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      )
    })
  })
}

/** Begins an interview with a name, and is in its room. */
export async function beginAs(page: Page, name: string): Promise<string> {
  await page.goto('/interviews/begin')
  await page.getByLabel('What does the young person like to be called?').fill(name)
  await page.getByRole('radio', { name: '11 to 15' }).check()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return new URL(page.url()).pathname
}

/** Goes to a topic by its title. */
export async function goTo(page: Page, topic: string): Promise<void> {
  await page.getByRole('button', { name: 'Topics' }).click()
  await page.getByRole('button', { name: topic }).first().click()
}

/** How long to ask again for what a slow machine may take a while over. */
export const patiently = { timeout: 10_000 }

export const question = (page: Page) => page.locator('#spoken')
/** All that is shown is on the server. Wait first for what was done to be shown: until then the last "Saved" still stands. */
export const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()

/** Records a missing episode in the browser and begins its interview, which is open then. Answers with the path of the case. */
export async function beginCaseAndTalk(page: Page, name: string): Promise<string> {
  await page.goto('/cases/new')
  await page.getByLabel('What the young person is called').fill(name)
  await page.getByRole('radio', { name: 'Police' }).check()
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  const path = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Begin an interview' }).click()
  await page.getByText('For the case you came from').waitFor()
  await page.getByRole('radio', { name: '11 to 15' }).check()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return path
}
