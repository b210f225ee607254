import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocx } from '../support/readDocx.ts'
import { readPdf } from '../support/readPdf.ts'
import { type ConsoleUnderTest, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

let made = 0

/** A case in which a parent told something. */
async function begun(page: Page): Promise<{ name: string; path: string }> {
  const name = `Example Grebe ${++made}`
  await page.goto('/cases/new')
  await page.getByLabel('What the young person is called').fill(name)
  await page.getByRole('radio', { name: 'Police' }).check()
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  await page.getByRole('button', { name: 'What a parent or carer told', exact: true }).click()
  const form = page.getByRole('region', { name: 'What a parent or carer told', exact: true })
  await form.locator('textarea').fill('She was with an aunt.')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await form.waitFor({ state: 'detached' })
  return { name, path: new URL(page.url()).pathname }
}
const report = (page: Page) => page.getByRole('region', { name: 'Report for the child’s record' })

describe('the report for the child’s record', () => {
  it('is saved from the case in each format, and says that it was read back and what they said', async () => {
    const page = await console.at('interviewer')
    const { name } = await begun(page)
    const save = async (what: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        report(page)
          .getByRole('link', { name: `Save as ${what}` })
          .click(),
      ])
      return readFileSync(await download.path())
    }
    const pdf = (await readPdf(await save('PDF'))).map(({ text }) => text).join(' ')
    const [word, json, csv] = [await save('Word'), await save('JSON'), await save('CSV')]
    for (const text of [pdf, readDocx(word).text, json.toString(), csv.toString()]) {
      expect(text).toContain(name)
      expect(text).toContain('She was with an aunt.')
    }
    expect(pdf).toContain('It has not been read back to them yet.')

    await report(page).getByRole('button', { name: 'Write down that it was read back' }).click()
    const form = report(page).getByRole('region', { name: 'Write down that it was read back' })
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    expect(await form.getByRole('alert').getByRole('link').count()).toBe(2)
    await form.getByLabel('In which language').selectOption({ label: 'Arabic – العربية' })
    await form.getByRole('radio', { name: 'They asked for changes' }).check()
    await form.getByLabel('Their own words').fill('لم أقل حديقة')
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await report(page).locator('li', { hasText: 'They asked for changes' }).waitFor()
    const { paragraphs } = readDocx(await save('Word'))
    expect(paragraphs.find(({ text }) => text === 'لم أقل حديقة')?.isRightToLeft).toBe(true)
  })

  it('says what to do where a file cannot be made or fetched', async () => {
    const page = await console.at('interviewer')
    await begun(page)
    const link = report(page).getByRole('link', { name: 'Save as PDF' })
    await page.route('**/report.pdf*', route => route.fulfill({ status: 503, json: { error: 'busy' } }))
    await link.click()
    await report(page).getByText('Wait a moment and try again.').waitFor()
    await page.unroute('**/report.pdf*')
    await page.route('**/report.pdf*', route => route.abort())
    await link.click()
    await report(page).getByText('There is no connection.').waitFor()
  })

  it.each(walks)('has nothing that axe finds, $shown', async ({ as, look }) => {
    const page = await console.at('interviewer')
    const { path } = await begun(page)
    await page.addInitScript(axe)
    if (as) await showAs(page, as)
    await page.goto(path)
    const opener = page.locator('section[aria-labelledby="report"] button').first()
    await opener.click()
    await page.locator('section[aria-labelledby="report"] form').waitFor()
    expect(await look(page)).toEqual([])
  })
})
