import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginCaseAndTalk, type ConsoleUnderTest, goTo, saved, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`

/** A case whose talk was held, and ended with what they would like next. */
async function heldTalk(page: Page, name: string): Promise<string> {
  const path = await beginCaseAndTalk(page, name)
  await goTo(page, 'What was going on before')
  await page.getByLabel('What they said, in their words').fill('I was cold.')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Stop the talk' }).click()
  await page.getByRole('button', { name: 'The young person’s' }).click()
  await page.getByText('The talk has stopped').waitFor()
  await saved(page)
  await page.goto(path)
  return path
}

const review = (page: Page) => page.getByRole('region', { name: 'Review', exact: true })
const step = (page: Page, name: string) => review(page).locator(`[data-step="${name}"]`).waitFor()
const look = (page: Page, who: string) => review(page).locator(`[data-look="${who}"]`)
const line = (page: Page, name: string) => page.locator('.desk__one', { hasText: name })

/** Opens one of the forms of the review, if it is not open. */
async function form(page: Page, act: string, name: string) {
  await review(page).locator(`[data-review="${act}"]`).click()
  return review(page).getByRole('region', { name, exact: true })
}

describe('a review', () => {
  it('goes from the interviewer to the coordinator and back, live on both screens, until the coordinator closes', async () => {
    const [interviewer, coordinator] = await Promise.all([console.at('interviewer'), console.at('coordinator')])
    const name = fresh('Example Whimbrel')
    const path = await heldTalk(interviewer, name)
    await step(interviewer, 'forward')
    await coordinator.goto(path)
    await step(coordinator, 'forward')

    const forward = await form(interviewer, 'forward', 'Send it on')
    await forward.getByRole('radio', { name: 'The hub: nobody is allocated' }).check()
    await forward.getByRole('button', { name: 'Save', exact: true }).click()
    await forward.getByRole('alert').getByText('Write it down first.').first().waitFor()
    await forward.getByRole('radio', { name: 'I am not sure which' }).check()
    await forward.getByLabel('What the young person needs').fill('Somewhere warm to be after school.')
    await forward.getByLabel('How much support, and for how long').fill('Each week until Easter.')
    await forward.getByRole('button', { name: 'Save', exact: true }).click()

    // Nobody reloads.
    await step(coordinator, 'coordinator-review')
    await review(coordinator).getByText('Somewhere warm to be after school.').waitFor()
    await look(coordinator, 'coordinator').getByText('23 h left').waitFor()
    // Who may not, is not offered it.
    const others = await form(interviewer, 'review', 'Write down a review')
    expect(await others.getByRole('radio', { name: 'The coordinator' }).count()).toBe(0)
    expect(await review(interviewer).locator('[data-review="send-back"]').count()).toBe(0)
    await interviewer.goto('/desk')
    expect(await interviewer.getByRole('button', { name: 'To review' }).count()).toBe(0)
    await line(interviewer, name).waitFor()

    const back = await form(coordinator, 'send-back', 'Send it back')
    await back.getByRole('textbox').fill('Who is at home at night?')
    await back.getByRole('button', { name: 'Save', exact: true }).click()
    await line(interviewer, name).getByText('Sent back: something to do').waitFor()
    await interviewer.getByRole('button', { name: 'Sent back', exact: true }).click()
    await line(interviewer, name).getByRole('link').click()

    const note = interviewer.getByRole('region', { name: 'This was sent back' })
    await note.getByText('Who is at home at night?').waitFor()
    await step(interviewer, 'answer')
    await note.getByRole('button', { name: 'Answer it' }).click()
    await note.getByLabel('What was done about it').fill('I rang. An aunt is there.')
    await note.getByRole('button', { name: 'Save', exact: true }).click()
    await note.waitFor({ state: 'detached' })
    await review(coordinator).getByText('I rang. An aunt is there.').waitFor()

    await coordinator.goto('/desk')
    await coordinator.getByRole('button', { name: 'To review', exact: true }).click()
    await line(coordinator, name).getByRole('link').click()
    await step(coordinator, 'coordinator-review')
    const reviewing = await form(coordinator, 'review', 'Write down a review')
    await reviewing.getByRole('radio', { name: 'The coordinator' }).check()
    for (const asked of ['Is enough being done', 'Were patterns looked for', 'Does the plan'])
      await reviewing.getByRole('group', { name: asked }).getByRole('radio', { name: 'Yes' }).check()
    await reviewing.getByLabel('What they found').fill('The same bus stop as in May.')
    await reviewing.getByRole('button', { name: 'Save', exact: true }).click()
    await look(interviewer, 'coordinator').getByText('The same bus stop as in May.').waitFor()
    await step(interviewer, 'close')

    await interviewer.getByRole('button', { name: 'Done: Record sent' }).click()
    await interviewer.locator('[data-clock="DL-13"]').getByRole('button', { name: 'Save', exact: true }).click()
    await interviewer.getByRole('button', { name: 'Close the case' }).click()
    await interviewer.getByRole('radio', { name: 'The interview was held and sent on' }).check()
    await interviewer.getByText('a coordinator or a manager closes this case').waitFor()
    expect(await interviewer.getByRole('button', { name: 'Close the case' }).isDisabled()).toBe(true)
    await coordinator.getByRole('button', { name: 'Close the case' }).click()
    await coordinator.getByRole('radio', { name: 'The interview was held and sent on' }).check()
    await coordinator.getByText('Nothing is lacking. You can close it.').waitFor()
    await coordinator.getByRole('button', { name: 'Close the case' }).click()
    await interviewer.getByRole('heading', { name: 'Closed', exact: true }).waitFor()

    // What comes later is still written down; what would not be seen is not offered.
    await step(interviewer, 'closed')
    expect(await review(coordinator).locator('[data-review="send-back"], [data-review="set"]').count()).toBe(0)
    const heard = await form(interviewer, 'heard', 'Write down what came back')
    await heard.getByLabel('Who it came from').selectOption('School')
    await heard.getByLabel('What they told you').fill('She is in class again.')
    await heard.getByRole('button', { name: 'Save', exact: true }).click()
    await review(coordinator).getByText('She is in class again.').waitFor()
  })

  it('has a text ready of whose decision a no was, without their words, and writes down that it was sent', async () => {
    const page = await console.at('interviewer')
    await page.goto('/cases/new')
    const name = fresh('Example Godwit')
    await page.getByLabel('What the young person is called').fill(name)
    await page.getByRole('radio', { name: 'Police' }).check()
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('button', { name: 'They said no', exact: true }).click()
    const no = page.getByRole('region', { name: 'They said no', exact: true })
    await no.getByRole('radio', { name: 'Young person', exact: true }).check()
    await no.locator('textarea').fill('I do not want to.')
    await no.getByRole('button', { name: 'Save', exact: true }).click()
    await step(page, 'pass-decline')
    const decline = review(page).locator('[data-pass="decline"]')
    await decline.getByRole('button', { name: 'See the text' }).click()
    await decline.locator('pre').getByText('Whose decision it was: Young person').waitFor()
    expect(await decline.locator('pre').textContent()).not.toContain('I do not want to')
    await decline.getByLabel('How it was sent').selectOption('Secure email')
    await decline.getByRole('button', { name: 'Save', exact: true }).click()
    await decline.getByText('Sent: The allocated worker').waitFor()
    await step(page, 'close')
  })

  it('arranges a contact, tells when it is held, with whom and how they are', async () => {
    const page = await console.at('interviewer')
    await heldTalk(page, fresh('Example Turnstone'))
    const contact = page.locator('[data-band="contact"]')
    await contact.getByRole('button', { name: 'Arrange a call or visit' }).click()
    const arranging = contact.getByRole('region', { name: 'Call or visit them again' })
    await arranging.getByRole('button', { name: 'Save', exact: true }).click()
    await arranging.getByRole('alert').getByText('Write the day and the time').waitFor()
    await arranging.getByLabel('Day and time', { exact: true }).fill('01/06/2099 15:00')
    await arranging.getByLabel('Which service').selectOption('Another service')
    await arranging.getByLabel('What it is called').fill('Example Drop-in')
    await arranging.getByRole('button', { name: 'Save', exact: true }).click()
    const arranged = contact.locator('[data-follow="follow-up-contact"]')
    await arranged.getByText('Example Drop-in').waitFor()
    await arranged.getByRole('button', { name: 'Write down what came of it' }).click()
    const held = arranged.getByRole('region', { name: 'Write down what came of it' })
    await held.getByRole('radio', { name: 'Phone' }).check()
    await held.getByRole('radio', { name: 'Somebody else' }).check()
    await held.getByLabel('Who it was, and why somebody else').fill('Sam, because Robin is away.')
    await held.getByLabel('How they are').fill('Better. Back at school.')
    await held.getByRole('radio', { name: 'Not sure' }).check()
    await held.getByRole('button', { name: 'Save', exact: true }).click()
    await arranged.getByText('Sam, because Robin is away.').waitFor()
    await arranged.getByText('Better. Back at school.').waitFor()
  })

  it.each(walks)('has nothing for axe to find, in $shown', async ({ as, look: faults }) => {
    const maker = await console.at('interviewer')
    const path = await heldTalk(maker, fresh('Example Ruddy'))
    const page = await console.at('coordinator', { colorScheme: 'light', bypassCSP: true })
    await page.addInitScript(axe)
    await showAs(page, as ?? {})
    await page.goto(path)
    await page.locator('[data-review="send-back"]').click()
    await page.locator('.case__form textarea').fill('Please look again.')
    await page.locator('.case__form [type=submit]').click()
    await page.locator('.sent-back button').click()
    await page.locator('[data-review="review"]').click()
    await page.locator('[data-arrange="follow-up-contact"]').click()
    await page.locator('[data-band] form').waitFor()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(button, select, textarea, summary, .govuk-radios__input)')]
        .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
        .map(each => `small ${each.textContent}`),
    )
    expect([...(await faults(page)), ...small]).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.goto('/desk')
    await page.locator('[aria-pressed]').nth(2).click()
    await page.locator('.desk__one, .empty').first().waitFor()
    expect(await faults(page)).toEqual([])
  })
})
