import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writtenMoment } from '../../console/web/case/readMoment.ts'
import { type ConsoleUnderTest, goTo, patiently, question, saved, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`
const ago = (hours: number) => writtenMoment(new Date(Date.now() - hours * 3_600_000).toISOString())
const said = 'I am afraid of what Kai will do to me tonight.'

/** A case with an interview in which a concern of this kind was raised. Answers with where the case is. */
async function caseWithConcern(page: Page, name: string, kind: string, words: string): Promise<string> {
  await page.goto('/cases/new')
  await page.getByLabel('What the young person is called').fill(name)
  await page.getByRole('radio', { name: 'Police' }).check()
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  const path = new URL(page.url()).pathname
  await page.getByRole('region', { name: 'Concerns and actions' }).getByText('No concern was raised').waitFor()
  await page.getByRole('button', { name: 'Begin an interview' }).click()
  await page.getByText('For the case you came from').waitFor()
  await page.getByRole('radio', { name: '11 to 15' }).check()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  await goTo(page, 'What was going on before')
  await page.getByRole('button', { name: 'Concern', exact: true }).click()
  await page.getByRole('radio', { name: kind }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('What they said, in their words').fill(words)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'I have said this' }).click()
  await page.getByRole('radio', { name: 'Not told yet', exact: true }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('textbox', { name: 'What has been done' }).fill('I rang the duty team.')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect.poll(() => question(page).textContent(), patiently).toBe('Tell me what was going on before you went.')
  await saved(page)
  return path
}

const concerns = (page: Page) => page.getByRole('region', { name: 'Concerns and actions' })

describe('a concern of a case', () => {
  it('is shown in the words it was said in, is acted on, and its clock is met when it was referred', async () => {
    const page = await console.at('interviewer')
    const watching = await console.at('coordinator')
    const path = await caseWithConcern(page, fresh('Example Osprey'), 'Threatened, or kept somewhere', said)
    await watching.goto(path)
    await page.goto(path)
    const concern = concerns(page).locator('[data-concern]')
    await concern.getByText(said).waitFor()
    await concern.getByText('Threatened, or kept somewhere').waitFor()
    await concern.getByText('23 h left').waitFor()
    await concern.getByText('Not told yet').waitFor()
    await concern.getByText('I rang the duty team.').waitFor()
    const today = concerns(page).locator('[data-today="life"]')
    await today.getByText('Someone may be in danger: refer today.').waitFor()

    await today.getByRole('button', { name: 'Add: Refer to the safeguarding hub' }).click()
    await today.getByRole('textbox', { name: 'Due by' }).fill(ago(2))
    await today.getByLabel('Their name or team').fill('Example duty team')
    expect(await today.getByLabel('Who does it').inputValue()).toBe('interviewer')
    await today.getByRole('button', { name: 'Save', exact: true }).click()
    await today.getByText('It is among the actions, and not done yet.').waitFor()
    const action = concerns(page).locator('[data-action="hub-referral"]')
    await action.getByText('Example duty team').waitFor()
    await action.getByText(/^late by [12] h$/).waitFor()
    // It is there at once for whoever else looks, and counted on the desk.
    await concerns(watching).locator('[data-action="hub-referral"]').getByText('About concern 1').waitFor()
    const desk = await console.at('coordinator')
    await desk.goto('/desk')
    const line = desk.locator(`[data-episode="${path.split('/').at(-1)}"]`)
    await line.getByText('Actions late: 1').waitFor()

    await action.getByRole('button', { name: 'Write down the outcome' }).click()
    await action.getByRole('button', { name: 'Save', exact: true }).click()
    await action.getByRole('alert').getByText('Choose one.').waitFor()
    await action.getByRole('radio', { name: 'Done', exact: true }).check()
    await action.getByLabel('What was done, and by whom').fill('Rang the hub. They took it.')
    await action.getByRole('button', { name: 'Save', exact: true }).click()
    await concern.getByText('Referred', { exact: true }).waitFor()
    await concern.getByText('Done in time').waitFor()
    await today.waitFor({ state: 'detached' })
    await concerns(watching).locator('[data-concern]').getByText('Done in time').waitFor()
    await line.getByText('Actions late: 1').waitFor({ state: 'detached' })
    const hub = page.getByRole('region', { name: 'What is due' })
    await hub.getByText(/^Done, or not needed: /).click()
    await hub.locator('[data-clock="DL-10"]').getByText('Done in time').waitFor()

    // Taken back, it is to be done again.
    await concerns(page).getByText('Actions that have an outcome: 1').click()
    await action.getByRole('button', { name: 'Take back the outcome' }).click()
    await concern.getByText('23 h left').waitFor()
    await today.waitFor()
  })

  it('says who was told, and needs why the young person was not', async () => {
    const page = await console.at('interviewer')
    const path = await caseWithConcern(page, fresh('Example Pipit'), 'Not safe where they live', 'I sleep outside.')
    await page.goto(path)
    const concern = concerns(page).locator('[data-concern]')
    await concern.getByRole('button', { name: 'Write down who was told' }).click()
    await concern.getByLabel('Who was told of it').fill('Example Placing Team')
    await concern.getByRole('radio', { name: 'Not told: it was not safe' }).check()
    await concern.getByRole('button', { name: 'Save', exact: true }).click()
    await concern.getByRole('alert').getByText('Write why they were not told.').waitFor()
    await concern.getByLabel('Why they were not told').fill('Someone was listening.')
    await concern.getByRole('button', { name: 'Save', exact: true }).click()
    await concern.getByText('Example Placing Team').waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused, patiently).toContain('Write down who was told')
    await concern.getByText('Someone was listening.').waitFor()
    await concern.getByText('Not told: it was not safe').waitFor()
    expect(await concerns(page).locator('[data-today]').count()).toBe(0)
  })

  it('is in the referral for those it concerns, which is audited before it is shown and can be copied', async () => {
    const page = await console.at('interviewer', { permissions: ['clipboard-read', 'clipboard-write'] })
    const name = fresh('Example Quail')
    const path = await caseWithConcern(page, name, 'Threatened, or kept somewhere', said)
    await page.goto(path)
    await concerns(page).locator('[data-concern]').waitFor()
    await concerns(page).getByText('Ready to send').click()
    await concerns(page).getByRole('button', { name: 'Safeguarding hub', exact: true }).click()
    const text = concerns(page).locator('.case-text__whole')
    await text.waitFor()
    const whole = await text.innerText()
    for (const part of ['WHO', 'WHAT WAS SAID', 'WHAT WAS ASKED', 'WHEN', 'WHAT HAS BEEN DONE', 'WHO HAS BEEN TOLD'])
      expect(whole).toContain(part)
    expect(whole).toContain(`Called: ${name}`)
    expect(whole).toContain(said)
    expect(whole).toContain('“Tell me what was going on before you went.”')
    expect(whole).toContain('I rang the duty team.')
    await concerns(page).getByRole('button', { name: 'Copy', exact: true }).click()
    await concerns(page).getByText('Copied', { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(whole)
    // Not theirs unless someone says so.
    await concerns(page).getByRole('button', { name: 'Health', exact: true }).click()
    await text.getByText('Referral: Health').waitFor()
    expect(await text.innerText()).not.toContain(said)
    await concerns(page).getByRole('checkbox', { name: 'About concern 1' }).check()
    await expect.poll(() => text.innerText(), patiently).toContain(said)

    const auditor = await console.at('auditor')
    await auditor.goto('/audit')
    await auditor.getByText('Opened a text to send on').locator('visible=true').first().waitFor()
    // Without the server's answer nothing is shown.
    await page.context().setOffline(true)
    await concerns(page).getByRole('button', { name: 'Contextual safeguarding' }).click()
    await text.waitFor({ state: 'detached' })
    await page.context().setOffline(false)
  })

  it.each(walks)('has nothing for axe to find in $shown', async ({ as, look }) => {
    const maker = await console.at('interviewer')
    const path = await caseWithConcern(maker, fresh('Example Rail'), 'Threatened, or kept somewhere', said)
    const page = await console.at('interviewer', { colorScheme: 'light', bypassCSP: true })
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    await page.goto(path)
    const region = page.locator('section[aria-labelledby="concerns"]')
    await region.locator('[data-today] button').first().click()
    await region.locator('[data-concern] .clocks__do button').click()
    await region.locator('.concerns__add').click()
    await region.locator('details.fold summary').last().click()
    await region.locator('details.fold .clocks__do button').first().click()
    await region.locator('.case-text__whole').waitFor()
    const across = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    )
    expect([...(await look(page)), ...(across ? [] : ['wider than the screen'])]).toEqual([])
  })
})
