import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writtenMoment } from '../../console/web/case/readMoment.ts'
import { type ConsoleUnderTest, goTo, patiently, question, startConsole } from './consoleUnderTest.ts'
import { axe, faultsIn, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`
const ago = (hours: number) => writtenMoment(new Date(Date.now() - hours * 3_600_000).toISOString())
const line = (page: Page, name: string) => page.locator('.desk__one', { hasText: name })
const said = (page: Page, question: string, answer: 'Yes' | 'No') =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check()

async function recordAs(page: Page, name: string, fill: () => Promise<void> = async () => {}): Promise<string> {
  await page.goto('/cases/new')
  await page.getByLabel('What the young person is called').fill(name)
  await page.getByRole('radio', { name: 'Police' }).check()
  await fill()
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return new URL(page.url()).pathname
}
/** One who is not of this area, was placed by nobody, and so is out by the rules that come with it. */
const elsewhere = (page: Page) => async () => {
  await said(page, 'Lives in this area', 'No')
  await said(page, 'Placed here by another authority', 'No')
  await said(page, 'Placed by us in another area', 'No')
}

describe('a case that begins while they are missing', () => {
  it('says so on the desk and the page, and has its clocks once they are found', async () => {
    const page = await console.at('interviewer')
    const desk = await console.at('coordinator')
    await desk.goto('/desk')
    const name = fresh('Example Whimbrel')
    await recordAs(page, name, () => page.getByLabel('Went missing', { exact: true }).fill(ago(5)))
    await page.locator('.case__next').getByText('Still missing').waitFor()
    await line(desk, name).getByText('Still missing').waitFor()
    const missing = page.locator('[data-still-missing]')
    await missing.getByText('No clock of the talk runs yet.').waitFor()
    await missing.getByRole('button', { name: 'Found', exact: true }).click()
    await missing.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('[data-clock="DL-03"]').waitFor()
    await expect.poll(() => missing.count(), patiently).toBe(0)
    await expect.poll(() => line(desk, name).getByText('Still missing').count(), patiently).toBe(0)
  })
})

describe('whether a talk is offered', () => {
  it('asks for what is not known, then says what the rule says, and leaves it to a person', async () => {
    const page = await console.at('interviewer')
    await recordAs(page, fresh('Example Ruff'))
    const scope = page.locator('[data-scope]')
    await scope.getByText('The rules here cannot say yet.').waitFor()
    await scope.getByText('Lives in this area').waitFor()
    await page.getByRole('button', { name: 'Fill in or change' }).click()
    await elsewhere(page)()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('[data-scope="out"]').getByText('A rule does not decide.').waitFor()
    await scope.getByText('Nobody has checked this rule').waitFor()
    await page.locator('.case__flags').getByText('Not ours by the rule').waitFor()
    await scope.getByText('A danger is never out of scope.').waitFor()

    await scope.getByRole('button', { name: 'Not offered', exact: true }).click()
    expect(await scope.getByRole('radio', { name: 'Not ours to offer' }).isChecked()).toBe(true)
    await scope.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => scope.getByRole('button', { name: 'Not offered', exact: true }).count(), patiently).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.closest('[data-scope]') !== null)).toBe(true)
    await scope.getByRole('button', { name: 'Another authority was told' }).click()
    await scope.getByRole('button', { name: 'Save', exact: true }).click()
    await scope.getByRole('alert').getByText('Write who was told.').waitFor()
    await scope.getByLabel('Which authority was told').fill('Example Shire')
    await scope.getByRole('button', { name: 'Save', exact: true }).click()
    await scope.getByText('Another authority was told: Example Shire').waitFor()
    await scope.getByRole('button', { name: 'How the talk is arranged elsewhere' }).click()
    expect(await scope.getByRole('radio', { name: 'One of us travels to them' }).isChecked()).toBe(true)
    await scope.getByRole('radio', { name: 'The authority where they are was asked' }).check()
    await scope.getByRole('button', { name: 'Save', exact: true }).click()
    await scope.getByText('The authority where they are was asked,').waitFor()
    // It can be offered all the same.
    await page.getByRole('button', { name: 'Offered an interview', exact: true }).waitFor()
  })

  it.each(walks)(
    'has nothing that axe finds: $shown',
    async ({ as, look }) => {
      const page = await console.at('interviewer')
      await recordAs(page, fresh('Example Dunlin'), elsewhere(page))
      const path = new URL(page.url()).pathname
      await recordAs(page, fresh('Example Knot'), () => page.getByLabel('Went missing', { exact: true }).fill(ago(5)))
      const missing = new URL(page.url()).pathname
      if (as) await showAs(page, as)
      await page.addInitScript(axe)
      await page.goto(path)
      await page.locator('[data-scope="out"] button').first().click()
      expect(await look(page)).toEqual([])
      await page.goto(missing)
      await page.locator('[data-still-missing] button').first().click()
      expect(await look(page)).toEqual([])
    },
    90_000,
  )
})

describe('a second concern', () => {
  it('is on the desk on its own', async () => {
    const page = await console.at('interviewer')
    const desk = await console.at('coordinator')
    const name = fresh('Example Sanderling')
    await desk.goto('/desk')
    await recordAs(page, name)
    await page.getByRole('button', { name: 'Begin an interview' }).click()
    await page.getByRole('radio', { name: '11 to 15' }).check()
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await goTo(page, 'What was going on before')
    await page.getByRole('button', { name: 'Concern', exact: true }).click()
    await line(desk, name).getByText('Concerns to refer: 1').waitFor()
    await page.getByRole('radio', { name: 'Threatened, or kept somewhere' }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('What they said, in their words').fill('Example words of theirs.')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'I have said this' }).click()
    await page.getByRole('radio', { name: 'Not told yet', exact: true }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('textbox', { name: 'What has been done' }).fill('I rang the duty team.')
    await page.getByRole('button', { name: 'Next' }).click()
    await expect.poll(() => question(page).textContent(), patiently).toMatch(/before you went/)
    await page.getByRole('button', { name: 'Concern', exact: true }).click()
    await line(desk, name).getByText('Concerns to refer: 2').waitFor()
    await line(desk, name).getByText('Refer the concern to the safeguarding hub (concern 1)').waitFor()
  })
})

describe('a case that is restricted', () => {
  it('goes from an open desk at once, and opens again to whoever breaks the glass, of which a manager is told', async () => {
    const lead = await console.at('coordinator')
    const manager = await console.at('manager')
    const name = fresh('Example Greenshank')
    const path = await recordAs(lead, name)
    await lead.getByRole('button', { name: 'Begin an interview' }).click()
    await lead.getByRole('radio', { name: '11 to 15' }).check()
    await lead.getByRole('button', { name: 'Begin', exact: true }).click()
    await lead.getByRole('heading', { name, level: 1 }).waitFor()
    const interview = new URL(lead.url()).pathname
    await manager.goto('/desk')
    await line(manager, name).waitFor()
    await lead.goto(`${interview}/record`)
    await lead.getByRole('button', { name: 'Restrict it' }).click()
    await expect.poll(() => line(manager, name).count(), patiently).toBe(0)

    await manager.addInitScript(axe)
    await manager.goto(path)
    await manager.getByRole('heading', { name: 'You are not one of the people who need to know' }).waitFor()
    expect(await faultsIn(manager)).toEqual([])
    await manager.getByLabel('Why you need to look now').fill('Example: nobody of the team answers.')
    await manager.getByRole('button', { name: 'Look now' }).click()
    await manager.getByRole('heading', { name, level: 1 }).waitFor()
    await manager.goto('/notices')
    await manager.getByText('Example: nobody of the team answers.').first().waitFor()
    await manager.getByRole('link', { name: 'Open the case' }).first().waitFor()
  })
})
