import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../support/readPdf.ts'
import { beginAs, type ConsoleUnderTest, patiently, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

const open = (page: Page) => page.getByRole('button', { name: 'Open to print' })

/** Does this, and answers with the PDF that a new tab is opened with, and its address. This browser has no reader of its own. */
async function openedBy(page: Page, act: () => Promise<void>) {
  const [response] = await Promise.all([
    page.context().waitForEvent('response', {
      predicate: each => each.url().includes('/api/papers/') && each.request().isNavigationRequest(),
      timeout: 20_000,
    }),
    page.waitForEvent('popup', { timeout: 20_000 }),
    act(),
  ])
  const address = new URL(response.url())
  const got = await page.context().request.get(response.url())
  return { address: address.pathname + address.search, status: response.status(), pdf: await got.body() }
}

describe('papers to print', () => {
  it.each(walks)('have nothing for axe to find on their page, in $shown', async ({ as, look }) => {
    const page = await console.at('interviewer', { colorScheme: 'light', bypassCSP: true })
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    await page.goto('/papers')
    await open(page).waitFor()
    expect(await look(page)).toEqual([])
    await page.route('**/api/papers/**', route => route.fulfill({ status: 503, json: { error: 'busy' } }))
    await open(page).click()
    await page.getByText('Many pages are being made').waitFor()
    expect(await look(page)).toEqual([])
  })

  it('open as a PDF in a new tab, in the language, stage and age that were chosen', async () => {
    const page = await console.at('interviewer')
    await page.goto('/interviews')
    await page.getByRole('link', { name: 'On paper' }).first().click()
    await page.getByLabel('Language of the talk').selectOption('ti')
    await page.getByLabel('Stage', { exact: true }).selectOption({ label: 'Staying safe' })
    await page.getByLabel('Age', { exact: true }).selectOption({ label: 'Under 11' })
    const { address, status, pdf } = await openedBy(page, () => open(page).click())
    expect({ address, status }).toEqual({ address: '/api/papers/ti/script?stage=safety&age=under11', status: 200 })
    const pages = await readPdf(pdf)
    expect(pages[0]?.text).toContain('Guide version 2 · Tigrinya')
    await page.getByRole('link', { name: 'open it in a new tab' }).waitFor()
  })

  it('can be had by the keyboard alone, and ask for no more than the paper has', async () => {
    const page = await console.at('trainee')
    await page.goto('/papers')
    await page.getByLabel('What to print', { exact: true }).focus()
    await page.keyboard.press('End')
    await expect
      .poll(() => page.getByLabel('What to print', { exact: true }).inputValue(), patiently)
      .toBe('parent-letter')
    expect(await page.getByLabel('Stage', { exact: true }).count()).toBe(0)
    expect(await page.getByLabel('Age', { exact: true }).count()).toBe(0)
    await page.keyboard.press('Tab')
    const { address } = await openedBy(page, () => page.keyboard.press('Enter'))
    expect(address).toBe('/api/papers/en/parent-letter')
  })

  it('come from the room in the language of the talk', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Linnet')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByLabel('Language of the talk').selectOption('ps')
    await expect
      .poll(() => page.getByRole('link', { name: 'On paper' }).getAttribute('href'), patiently)
      .toBe('/papers?language=ps')
    await page.getByRole('link', { name: 'On paper' }).click()
    await open(page).waitFor()
    expect(await page.getByLabel('Language of the talk').inputValue()).toBe('ps')
  })

  it('say that they are being made where it takes longer, and what to do where it fails', async () => {
    const page = await console.at('interviewer')
    await page.goto('/papers')
    let answer = () => {}
    const held = new Promise<void>(resolve => {
      answer = resolve
    })
    await page.route('**/api/papers/**', async route => {
      await held
      await route.fulfill({ status: 500, json: { error: 'no' } })
    })
    await open(page).click()
    await page.getByRole('status').filter({ hasText: 'Making the page' }).waitFor()
    expect(await open(page).isDisabled()).toBe(true)
    answer()
    await page.getByRole('alert').getByText('The page could not be made. Try again.').waitFor()
    expect(await open(page).isEnabled()).toBe(true)
    await page.unrouteAll()
    await page.context().setOffline(true)
    await open(page).click()
    await page.getByRole('alert').getByText('There is no connection.').waitFor()
  })

  it('fit a tablet held upright', async () => {
    const page = await console.at('interviewer', { viewport: { width: 820, height: 1180 } })
    await page.goto('/papers')
    await open(page).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820)
  })
})
