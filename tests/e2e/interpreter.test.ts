import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudoLanguage } from '../support/pseudoLocale.ts'
import { beginAs, type ConsoleUnderTest, goTo, patiently, question, startConsole } from './consoleUnderTest.ts'
import { axe, faultsIn, pseudoFile } from './shownAs.ts'

const sizes = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
]

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

/** The code that the practitioner is shown in the room. */
async function codeIn(room: Page): Promise<string> {
  await room.getByRole('button', { name: 'More' }).click()
  await room.getByRole('button', { name: 'Give an interpreter the script' }).click()
  const code = room.locator('.invite-interpreter__large')
  await code.waitFor()
  await room.getByRole('img', { name: /square to scan/ }).waitFor()
  const text = (await code.textContent()) ?? ''
  await room.getByRole('button', { name: 'More' }).click()
  return text
}

/** An interpreter's phone: a browser in which nobody is signed in. */
async function phone(language?: string): Promise<{ page: Page; received: string[] }> {
  const context = await console.browser.newContext({
    baseURL: console.url,
    viewport: sizes[0] ?? null,
    bypassCSP: true,
  })
  context.setDefaultTimeout(10_000)
  if (language !== undefined) await speakBackwards(context)
  const page = await context.newPage()
  await page.addInitScript(axe)
  if (language !== undefined) {
    const kept = JSON.stringify({ language, chosen: true, size: 1 })
    await page.addInitScript(showing => localStorage.setItem('script-showing', showing), kept)
  }
  const received: string[] = []
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => void received.push(String(payload))))
  page.on('response', response => {
    if (/\/api\/|\/socket\.io\//.test(response.url())) {
      response.text().then(
        text => void received.push(text),
        () => {},
      )
    }
  })
  return { page, received }
}

/** Has the screen and the talk be in a language written from right to left, which the server has no files for. */
async function speakBackwards(context: ReturnType<Page['context']>): Promise<void> {
  const backwards = (text: string) => text.replaceAll('"language":"en"', `"language":"${pseudoLanguage}"`)
  await context.route(`**/locales/${pseudoLanguage}/*.json`, route => pseudoFile(route))
  await context.route('**/socket.io/**', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, body: backwards(await response.text()) })
  })
  await context.routeWebSocket(/socket\.io/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => socket.send(backwards(String(message))))
  })
}

async function enter(page: Page, code: string): Promise<void> {
  await page.goto(`/script#${code}`)
  await page.locator('#script-name').fill('Example Interpreter')
  await page.locator('#script-agency').fill('Example Agency')
  await page.locator('#script-dialect').fill('Example dialect')
  await page.locator('#script-mode-phone').check()
  await page.locator('#script-agreed').check()
  await page.locator('form button[type="submit"]').click()
}

const said = (page: Page) => page.locator('h1.script__said')

describe("the interpreter's page", () => {
  it('shows the words that are said now, and nothing else of the interview, until the practitioner ends it', async () => {
    const room = await console.at('interviewer')
    await beginAs(room, 'Example Dunnock')
    const code = await codeIn(room)
    const { page, received } = await phone()
    await page.goto(`/script#${code}`)
    await expect.poll(() => page.locator('#script-code').inputValue(), patiently).toBe(code)
    expect(page.url()).toBe(`${console.url}/script`)
    await page.getByLabel('Your name').fill('Example Interpreter')
    await page.getByLabel('Your agency').fill('Example Agency')
    await page.getByRole('button', { name: 'Open the script' }).click()
    // What is missing is said above the form, and nothing written is lost.
    await page.getByRole('link', { name: 'Choose how you interpret today' }).waitFor()
    await page.getByLabel('The language and dialect you interpret').fill('Example dialect')
    await page.getByLabel('By phone').check()
    await page.getByLabel('I agree to all of this').check()
    await page.getByRole('button', { name: 'Open the script' }).click()
    await page.getByRole('heading', { name: 'Wait. Nothing to say yet.' }).waitFor()
    await room.getByText('Example Interpreter').waitFor()

    await goTo(room, 'What was going on before')
    const words = 'Tell me what was going on before you went.'
    await expect.poll(() => question(room).textContent(), patiently).toBe(words)
    await page.getByRole('heading', { name: words }).waitFor()
    await room.getByLabel('What they said, in their words').fill('marked words about a row at home')
    await room.getByRole('button', { name: 'Keep', exact: true }).click()
    await room.locator('.kept').getByText('marked words').waitFor()
    await goTo(room, 'Asked plainly')
    await expect.poll(() => question(room).textContent(), patiently).not.toBe(words)
    await page.getByRole('heading', { name: (await question(room).textContent()) ?? '' }).waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/Dunnock|marked/)
    expect(received.join('\n')).not.toMatch(/Dunnock|marked/)
    expect(received.join('\n')).toContain('script:now')

    await page.emulateMedia({ media: 'print' })
    expect((await page.locator('body').innerText()).trim()).toBe('')
    await page.emulateMedia({ media: 'screen' })

    await room.getByRole('button', { name: 'End the script' }).click()
    await page.getByRole('heading', { name: 'It is over' }).waitFor()
    await expect.poll(() => room.getByText('Example Interpreter').count(), patiently).toBe(0)
    await page.reload()
    await page.getByRole('heading', { name: 'The script', level: 1 }).waitFor()
    await page.locator('#script-code').waitFor()
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
    expect(kept).not.toMatch(/Dunnock|marked|leaving/)
  })

  it('is opened by a code that is seen whole on a phone too', async () => {
    const room = await console.at('interviewer', { viewport: sizes[0] ?? null })
    await beginAs(room, 'Example Twite')
    await room.getByRole('button', { name: 'More' }).click()
    await room.getByRole('button', { name: 'Give an interpreter the script' }).click()
    for (const part of [
      room.locator('.invite-interpreter__large'),
      room.getByRole('img', { name: /square to scan/ }),
    ]) {
      await part.scrollIntoViewIfNeeded()
      const { x = -1, width = 0 } = (await part.boundingBox()) ?? {}
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(390)
    }
  })

  it('keeps its last words through a gap, says so, and goes on from where the talk then is', async () => {
    const room = await console.at('interviewer')
    await beginAs(room, 'Example Fieldfare')
    await goTo(room, 'What was going on before')
    const { page } = await phone()
    await enter(page, await codeIn(room))
    const words = (await question(room).textContent()) ?? ''
    await page.getByRole('heading', { name: words }).waitFor()
    await page.context().setOffline(true)
    await page.getByText('No connection. These are the last words that came.').waitFor()
    expect(await said(page).textContent()).toBe(words)
    await goTo(room, 'Asked plainly')
    await expect.poll(() => question(room).textContent(), patiently).not.toBe(words)
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: (await question(room).textContent()) ?? '' }).waitFor()
    await page.getByText('No connection.').waitFor({ state: 'hidden' })
  })

  it.each([
    { shown: 'English', language: undefined },
    { shown: 'right-to-left', language: pseudoLanguage },
  ])('has nothing for axe to find and fits a phone, a tablet and a laptop, in $shown', async ({ language }) => {
    const room = await console.at('interviewer')
    await beginAs(room, 'Example Brambling')
    const code = await codeIn(room)
    const { page } = await phone(language)
    const found: string[] = []
    const look = async (where: string) => {
      for (const size of sizes) {
        await page.setViewportSize(size)
        found.push(...(await faultsIn(page)).map(fault => `${where} ${size.width}: ${fault}`))
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (beyond > 0) found.push(`${where} ${size.width}: ${beyond} pixels too wide`)
      }
    }
    await page.goto(`/script#${code}`)
    await page.locator('#script-code').waitFor()
    await look('coming in')
    await enter(page, code)
    await said(page).waitFor()
    await look('waiting')
    await goTo(room, 'What was going on before')
    await page.locator('.script__next').waitFor()
    expect(await said(page).getAttribute('dir')).toBe(language === undefined ? 'ltr' : 'rtl')
    expect(await page.locator('.script__said--also').count()).toBe(language === undefined ? 0 : 1)
    await look('the script')
    await page.locator('.script__bar button').last().click()
    await look('leaving')
    await page.locator('.script__leave button').first().click()
    await page.locator('.script__plain h1').waitFor()
    await look('over')
    expect(found).toEqual([])
  })
})
