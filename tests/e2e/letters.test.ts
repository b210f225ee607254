import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from '../support/readDocx.ts'
import { readPdf } from '../support/readPdf.ts'
import { type ConsoleUnderTest, patiently, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`
const letters = (page: Page) => page.locator('section[aria-labelledby="letters"]')

async function begunCase(page: Page, name: string): Promise<void> {
  await page.goto('/cases/new')
  await page.getByLabel('What the young person is called').fill(name)
  await page.getByRole('radio', { name: 'Police' }).check()
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** The PDF that a new tab is opened with. This browser has no reader of its own. */
async function opened(page: Page): Promise<{ address: URL; text: string }> {
  const [response] = await Promise.all([
    page.context().waitForEvent('response', {
      predicate: each => each.url().includes('/letters/') && each.request().isNavigationRequest(),
      timeout: 20_000,
    }),
    page.waitForEvent('popup', { timeout: 20_000 }),
    letters(page).getByRole('button', { name: 'Open to print' }).click(),
  ])
  const pdf = await (await page.context().request.get(response.url())).body()
  return { address: new URL(response.url()), text: (await readPdf(pdf)).map(({ text }) => text).join(' ') }
}

describe('letters of a case', () => {
  it('offers the talk in Arabic, and is written down as sent in one tap, which can be taken back', async () => {
    const page = await console.at('interviewer')
    const name = fresh('Example Plover')
    await begunCase(page, name)
    await letters(page).getByRole('button', { name: 'Make a letter' }).click()
    await letters(page).getByLabel('Language of the letter').selectOption('ar')
    expect(await letters(page).locator('.notice').count()).toBe(0)
    const { address, text } = await opened(page)
    expect(address.search).toBe('?language=ar')
    expect(decodeURIComponent(address.href)).not.toContain('Plover')
    expect(text).toContain(name)
    expect(text).toContain('You can say no. You can choose again later.')
    expect(text).toMatch(/[\u0600-\u06ff]/)

    const sent = letters(page).getByRole('button', { name: 'I have sent it to the young person' })
    await sent.click()
    await letters(page).getByRole('button', { name: 'Save', exact: true }).click()
    await letters(page).getByRole('status').getByText('Letter sent').waitFor()
    const happened = page.locator('section[aria-labelledby="timeline"]').getByText('Letter sent')
    await happened.first().waitFor()
    await letters(page).getByRole('button', { name: 'Undo' }).click()
    await sent.waitFor()
    await expect.poll(() => happened.count(), patiently).toBe(0)
  })

  it('gives Word to change before it is sent', async () => {
    const page = await console.at('interviewer')
    const name = fresh('Example Dunlin')
    await begunCase(page, name)
    await letters(page).getByRole('button', { name: 'Make a letter' }).click()
    await letters(page).getByLabel('What to make').selectOption('parent-letter')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 20_000 }),
      letters(page).getByRole('link', { name: 'Save as Word' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('return-talk-parent-letter-en.docx')
    expect(readDocx(await readFile(await download.path())).text).toContain(name)
    await letters(page).getByRole('button', { name: 'I have sent it to the parent or carer' }).waitFor()
  })

  it('says first where a letter could put them in danger', async () => {
    const page = await console.at('interviewer')
    await begunCase(page, fresh('Example Knot'))
    const doing = page.getByRole('region', { name: 'Write down what was done' })
    await doing.locator('[data-act="timed"]').click()
    await doing.getByRole('combobox').selectOption('concernRaised')
    await doing.getByRole('button', { name: 'Save', exact: true }).click()
    await doing.getByRole('button', { name: 'Undo' }).waitFor()
    await letters(page).getByRole('button', { name: 'Make a letter' }).click()
    await letters(page).getByText('There is a concern on this case.').waitFor()
    await letters(page).getByLabel('What to make').selectOption('leaflet')
    await letters(page).getByText('There is a concern on this case.').waitFor()
  })

  it.each(walks)('have nothing for axe to find, in $shown', async ({ as, look }) => {
    const page = await console.at('interviewer', { colorScheme: 'light', bypassCSP: true })
    await begunCase(page, fresh('Example Ruff'))
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    await page.reload()
    const make = letters(page).locator('button[aria-controls="letters-make"]')
    await make.click()
    await letters(page).locator('.case-form__buttons button').click()
    await letters(page).locator('.button--next').click()
    await letters(page).locator('input').first().waitFor()
    expect(await look(page)).toEqual([])
  })

  it('fits a tablet held upright', async () => {
    const page = await console.at('interviewer', { viewport: { width: 820, height: 1180 } })
    await begunCase(page, fresh('Example Whimbrel'))
    await letters(page).getByRole('button', { name: 'Make a letter' }).click()
    await letters(page).getByRole('button', { name: 'Open to print' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820)
  })
})
