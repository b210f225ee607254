import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginCaseAndTalk,
  type ConsoleUnderTest,
  goTo,
  patiently,
  question,
  saved,
  startConsole,
} from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`
const threat = 'Kai said he would hurt me.'
const wish = 'Do not tell my mum about Kai.'

/** A case with an interview in which they did not want it passed on, and then told of a threat. */
async function caseWithWishes(page: Page, name: string): Promise<string> {
  const path = await beginCaseAndTalk(page, name)
  await goTo(page, 'Who gets to know')
  const isAsked = (words: RegExp) => expect.poll(() => question(page).textContent(), patiently).toMatch(words)
  await isAsked(/^I will write down/)
  await page.getByRole('button', { name: 'I have said this' }).click()
  await isAsked(/^If you could get hurt/)
  await page.getByRole('button', { name: 'I have said this' }).click()
  await isAsked(/^I want to be sure/)
  await page.getByLabel('What they said, in their words').fill('You write it down.')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await isAsked(/^All we talk about goes/)
  await page.getByLabel('What they said, in their words').fill(wish)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  // What more they may want to say is offered first.
  await page.getByText(wish).first().waitFor()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await isAsked(/^How do you feel about me sharing/)
  await page.getByRole('radio', { name: 'Objected', exact: true }).check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Concern', exact: true }).click()
  await page.getByRole('radio', { name: 'Threatened, or kept somewhere' }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('What they said, in their words').fill(threat)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'I have said this' }).waitFor()
  await saved(page)
  await page.goto(path)
  return path
}

const sharing = (page: Page) => page.getByRole('region', { name: 'Who is told what' })
const see = (page: Page, who: string) =>
  sharing(page)
    .getByRole('button', { name: `See what they would read: ${who}` })
    .click()

describe('who is told what', () => {
  it('goes from what they wished to what each would read, to a reason, to having been sent', async () => {
    const page = await console.at('interviewer')
    await caseWithWishes(page, fresh('Example Plover'))

    await see(page, 'Parent or carer')
    const parent = sharing(page).locator('[data-sharing="parent-or-carer"]')
    await parent.getByText('There is nothing to share.').waitFor()
    await parent.getByText('At the start: They did not want it').waitFor()
    await parent.locator('q').getByText(wish).first().waitFor()
    expect(await parent.locator('pre').textContent()).not.toContain('Kai')
    expect(await parent.getByRole('button', { name: 'I have sent it' }).isDisabled()).toBe(true)

    await see(page, 'Children’s services')
    const services = sharing(page).locator('[data-sharing="childrens-services"]')
    await services.locator('pre').getByText(threat).waitFor()
    await services.getByText('This cannot be sent yet').waitFor()
    expect(await services.getByRole('button', { name: 'I have sent it' }).isDisabled()).toBe(true)
    expect(await services.getByRole('link', { name: 'Open to print' }).count()).toBe(0)

    await services.getByRole('button', { name: 'Decide what they are told' }).click()
    const form = services.getByRole('region', { name: 'Decide what they are told' })
    await form.getByRole('radio', { name: 'It must be shared' }).check()
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await form.getByRole('alert').getByText('Tick a part first.').waitFor()
    await form.getByRole('alert').getByText('Write why it must be shared.').waitFor()
    await form.getByRole('radio', { name: 'All that is written down now' }).check()
    await form.getByLabel('Why it must be shared').fill('He may be waiting for her.')
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await services.getByRole('link', { name: 'Open to print' }).waitFor()
    expect(await services.getByText('This cannot be sent yet').count()).toBe(0)

    const [link, text] = await Promise.all([
      services.getByRole('link', { name: 'Open to print' }).getAttribute('href'),
      services.locator('pre').textContent(),
    ])
    const document = await page.request.get(`${console.url}${link}`)
    expect(await document.text()).toBe(text)
    expect(text).not.toContain('He may be waiting')
    expect(text).toContain('All we talk about goes to the council team')
    expect(text).not.toContain('{{')

    await services.getByRole('button', { name: 'I have sent it' }).click()
    const sent = services.getByRole('region', { name: 'I have sent it' })
    await sent.getByLabel('How it was sent').selectOption('Secure email')
    await sent.getByRole('button', { name: 'Save', exact: true }).click()
    await services.locator('.sharing__sent').getByText('Secure email').waitFor()
    await page.reload()
    await see(page, 'Children’s services')
    await services.locator('.sharing__sent').getByText('Secure email').waitFor()
  })

  it('can be prepared for someone named in this case alone, who begins with nothing', async () => {
    const page = await console.at('interviewer')
    await caseWithWishes(page, fresh('Example Dunlin'))
    await sharing(page).getByRole('button', { name: 'Someone else' }).click()
    await sharing(page).getByRole('button', { name: 'Save', exact: true }).click()
    await sharing(page).getByRole('alert').getByText('Write who they are.').waitFor()
    await sharing(page).getByLabel('Who they are').fill('Example Youth Worker')
    await sharing(page).getByRole('radio', { name: 'Someone who works with the young person' }).check()
    await sharing(page).getByRole('button', { name: 'Save', exact: true }).click()
    const heading = sharing(page).getByRole('heading', { name: 'What they would read: Example Youth Worker' })
    await heading.waitFor()
    await sharing(page).getByText('There is nothing to share.').waitFor()
    expect(await sharing(page).locator('pre').textContent()).not.toContain('Kai')
    expect(page.url()).not.toContain('Youth')
  })

  it('writes down what they want for one part, in their words, and lets a parent read that part alone', async () => {
    const page = await console.at('interviewer')
    await page.goto('/cases/new')
    const name = fresh('Example Ruff')
    await page.getByLabel('What the young person is called').fill(name)
    await page.getByRole('radio', { name: 'Police' }).check()
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    for (const words of ['I went to the sea.', 'I saw Kai there.']) {
      await page.getByRole('button', { name: 'They said no', exact: true }).click()
      const said = page.getByRole('region', { name: 'They said no', exact: true })
      await said.getByRole('radio', { name: 'Young person', exact: true }).check()
      await said.locator('textarea').fill(words)
      await said.getByRole('button', { name: 'Save', exact: true }).click()
      await said.waitFor({ state: 'detached' })
    }
    await see(page, 'Parent or carer')
    const parent = sharing(page).locator('[data-sharing="parent-or-carer"]')
    const part = parent.locator('.sharing__part', { hasText: 'I went to the sea.' })
    const tick = async () => part.getByRole('checkbox').check()
    await tick()
    await parent.getByRole('button', { name: 'Write down what they want' }).click()
    const asked = parent.getByRole('region', { name: 'Write down what they want' })
    await asked.getByRole('radio', { name: 'At the end' }).check()
    await asked.getByRole('radio', { name: 'They agreed' }).check()
    await asked.getByLabel('Their own words').fill('Mum can know that.')
    await asked.getByRole('button', { name: 'Save', exact: true }).click()
    await parent.getByText('Mum can know that.').waitFor()
    await part.getByText('nobody here has decided yet').waitFor()
    await tick()
    await parent.getByRole('button', { name: 'Decide what they are told' }).click()
    const form = parent.getByRole('region', { name: 'Decide what they are told' })
    await form.getByRole('radio', { name: 'Share it' }).check()
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await parent.locator('pre').getByText('I went to the sea.').waitFor()
    expect(await parent.locator('pre').textContent()).not.toContain('Kai')
  })

  it.each(walks)('has nothing for axe to find, in $shown', async ({ as, look }) => {
    const page = await console.at('interviewer')
    const path = await caseWithWishes(page, fresh('Example Stint'))
    await page.addInitScript(axe)
    await showAs(page, as ?? {})
    await page.goto(path)
    await page.locator('[data-recipient="childrens-services"]').click()
    await page.locator('.sharing__part').first().waitFor()
    await page.locator('.sharing__one [aria-expanded]').nth(1).click()
    expect(await look(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})
