import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsoleUnderTest, patiently, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

/** An interview in which someone is named, talked about in the child's own words. */
async function talkedAbout(): Promise<string> {
  const conversation = randomUUID()
  const { interview } = await console.toBot(conversation, 'start')
  await console.toBot(conversation, 'Example Sandpiper')
  await console.toBot(conversation, 'go while-away.who')
  await console.toBot(conversation, 'Example Kestrel (friend), Wren')
  await console.toBot(conversation, 'go leaving.before-you-went')
  await console.toBot(conversation, 'I went to Kestrel’s house near the blue bridge. Kestrel was nice.')
  return interview
}

const draftOf = async (page: Page, interview: string) => {
  await page.goto(`/interviews/${interview}/export`)
  await page.getByRole('heading', { name: 'What you said' }).waitFor()
}
const words = (page: Page) => page.locator('.export__words', { hasText: 'near the' })

describe('what is handed out', () => {
  it('leaves names out, and whatever the manager leaves out or puts back, and is read before it leaves', async () => {
    const interview = await talkedAbout()
    const page = await console.at('manager', { acceptDownloads: true })
    await page.goto(`/interviews/${interview}/record`)
    await page.getByRole('link', { name: 'Prepare what is held, for them' }).click()
    await page.getByRole('heading', { name: 'What you said' }).waitFor()
    await page.getByText('friend; someone').waitFor()
    expect(await words(page).locator('s').allTextContents()).toEqual(['Kestrel', 'Kestrel'])

    await page.getByLabel('Words to leave out').fill('blue bridge')
    await page.getByRole('button', { name: 'Leave out everywhere (1)' }).click()
    await expect.poll(() => words(page).locator('s').count(), patiently).toBe(3)
    // Put back with a reason, and nothing else with it.
    await words(page)
      .getByRole('button', { name: /friend/ })
      .last()
      .click()
    await page.getByLabel('Why it can be shown').fill('it is a bird here')
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect.poll(() => words(page).locator('s').count(), patiently).toBe(2)
    // What is selected, in this place alone.
    await words(page)
      .locator('span[data-from]')
      .last()
      .evaluate(span => {
        const text = span.firstChild as Text
        const at = text.data.indexOf('was nice')
        getSelection()?.setBaseAndExtent(text, at, text, at + 'was nice'.length)
      })
    await page.getByRole('button', { name: 'Leave out what is selected' }).click()
    await expect
      .poll(() => words(page).locator('s').allTextContents(), patiently)
      .toEqual(['Kestrel', 'blue bridge', 'was nice'])

    expect(await page.getByRole('button', { name: 'Finish it' }).isDisabled()).toBe(true)
    await page.getByLabel('I have read all of it').check()
    await page.getByRole('button', { name: 'Finish it' }).click()
    await page.getByRole('heading', { name: 'What is held about you' }).waitFor()
    const read = await page.locator('.written').innerText()
    expect(read).toContain('I went to [friend]’s house near the [left out]. Kestrel [left out].')
    expect(read).not.toContain('Wren')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.written-bar').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save as a file' }).click()
    const file = await readFile(await (await coming).path(), 'utf8')
    expect(JSON.parse(file)).toMatchObject({ interview, leftOut: [] })
    for (const gone of ['blue bridge', 'was nice', 'Wren', '"was"']) expect(file).not.toContain(gone)

    await page.reload()
    await page.getByRole('button', { name: /read by Manager$/ }).click()
    await page.getByRole('heading', { name: 'What is held about you' }).waitFor()
  })

  it('is not for an interviewer, who finds no part of it', async () => {
    const interview = await talkedAbout()
    const page = await console.at('interviewer')
    await page.goto(`/interviews/${interview}/record`)
    await page.getByRole('heading', { name: 'Who can see this interview' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Keeping and deleting' }).count()).toBe(0)
    const refused = await page.request.get(`/api/interviews/${interview}/export`)
    expect(refused.status()).toBe(403)
  })
})

describe('a record', () => {
  it('is held, released and erased for good by a manager, and gone for whoever had it open', async () => {
    const interview = await talkedAbout()
    const other = await console.at('interviewer')
    await other.goto(`/interviews/${interview}`)
    await other.getByRole('heading', { name: 'Example Sandpiper', level: 1 }).waitFor()

    const page = await console.at('manager')
    await page.goto(`/interviews/${interview}/record`)
    await page.getByText('Not checked yet: nothing is erased by this rule.').waitFor()
    await page.getByText('Hold it, so that nothing erases it').click()
    await page.getByRole('button', { name: 'Hold', exact: true }).click()
    await page.getByRole('link', { name: /^Write the reason/ }).waitFor()
    await page.getByLabel('Why is it held?').fill('a court asked for it')
    await page.getByRole('button', { name: 'Hold', exact: true }).click()
    await page.getByText('a court asked for it').waitFor()
    expect(await page.getByText('Erase it for good').count()).toBe(0)
    await page.getByRole('button', { name: 'Release it' }).click()

    await page.getByText('Erase it for good').click()
    await page.getByText('This cannot be undone.').waitFor()
    await page.getByLabel('Why is it erased?').fill('their authority asked for it')
    await page.getByLabel(/^Type /).fill('00000000')
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await page.getByRole('link', { name: /^Type the start/ }).waitFor()
    await page.getByLabel(/^Type /).fill(interview.slice(0, 8))
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await page.getByText('It has been erased.').waitFor()
    // Off the page too, by going to the list or by hearing that there is no such interview.
    await expect.poll(() => page.getByText('Sandpiper').count(), patiently).toBe(0)

    expect((await page.request.get(`/api/interviews/${interview}/record`)).status()).toBe(404)
    await other.reload()
    await other.getByRole('heading', { name: 'There is no such interview' }).waitFor()
    // A page that was open keeps nothing on the device either.
    await other.reload()
    expect(await other.getByText('Kestrel').count()).toBe(0)
  })

  it.each(walks)(
    'and what is handed out have nothing for axe to find, in $shown',
    async ({ as, look: faults, shown }) => {
      const interview = await talkedAbout()
      const viewport = { width: as?.large ? 820 : 1280, height: 1000 }
      const page = await console.at('manager', { colorScheme: 'light', bypassCSP: true, viewport })
      await showAs(page, as ?? {})
      await page.addInitScript(axe)
      const found: string[] = []
      const look = async (where: string) => {
        found.push(...(await faults(page)).map(fault => `${where}: ${fault}`))
        const across = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (across > 0) found.push(`${where}: ${across} pixels too wide`)
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/${shown}-${where}.png`, fullPage: true })
      }
      await page.goto(`/interviews/${interview}/record`)
      await page.getByText('Hold it, so that nothing erases it').click()
      await page.getByText('Erase it for good').click()
      await look('keeping')
      await draftOf(page, interview)
      await words(page)
        .getByRole('button', { name: /friend/ })
        .last()
        .click()
      await look('draft')
      await page.getByLabel('I have read all of it').check()
      await page.getByRole('button', { name: 'Finish it' }).click()
      await page.getByRole('heading', { name: 'What is held about you' }).waitFor()
      await look('handed')
      expect(found).toEqual([])
    },
  )
})
