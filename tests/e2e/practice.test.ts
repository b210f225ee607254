import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttemptResponse } from '../../console/contract/practice.ts'
import { type ConsoleUnderTest, goTo, patiently, question, startConsole } from './consoleUnderTest.ts'
import { axe, faultsIn, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

const words = (page: Page) => page.getByLabel('What do you say?')
const turns = (page: Page) => page.locator('.said__turn')
const pathOf = (page: Page) => new URL(page.url()).pathname

/** Chooses this young person, reads what may be hard to hear, and is in the talk. */
async function beginWith(page: Page, scenario: string): Promise<string> {
  await page.goto(`/practice/begin/${scenario}`)
  await page.locator('.before__go button').click()
  await page.locator('.say-form').waitFor()
  return pathOf(page)
}

/** What the server has of it. */
async function kept(page: Page, path: string): Promise<AttemptResponse> {
  return (await page.context().request.get(`/api/practice/attempts/${path.split('/').at(-1)}`)).json()
}

/** Says it, and waits for the answer. */
async function say(page: Page, said: string) {
  await words(page).waitFor()
  const before = await turns(page).count()
  await words(page).fill(said)
  await words(page).press('Enter')
  await expect.poll(() => answered(page), patiently).toBe(before + 1)
}

/** How many turns there are, where none of them waits for its answer. */
const answered = async (page: Page) =>
  (await page.getByRole('button', { name: 'Wait', exact: true }).getAttribute('aria-disabled')) === 'true'
    ? -1
    : turns(page).count()

describe('practice', () => {
  it('goes from choosing a young person to looking back and trying again, with nothing that axe finds', async () => {
    const page = await console.at('trainee')
    await page.addInitScript({ content: axe })
    await page.goto('/')
    await page.locator('.people__one', { hasText: 'Learns to hold the talk' }).click()
    await page.getByRole('heading', { name: 'Talks', level: 1 }).waitFor()
    expect(await page.title()).toBe('Practice: Talks - Return Talk')
    const posy = page.getByRole('article', { name: /Posy/ })
    await posy.getByText('May be hard to hear').waitFor()
    expect(await faultsIn(page)).toEqual([])

    await posy.getByRole('link', { name: /Practise with/ }).click()
    await page.getByRole('heading', { name: 'May be hard to hear' }).waitFor()
    await page.getByText('employee assistance programme').waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('radio', { name: 'Gentle' }).check()
    await page.getByRole('button', { name: 'I have read this. Begin' }).click()
    await words(page).waitFor()
    const path = pathOf(page)
    expect(path).toMatch(/^\/practice\/[0-9a-f-]{36}$/)
    expect(await page.title()).toMatch(/^Practice: Posy/)
    await page.getByText('Nobody here is real. Nothing is kept with real records.').waitFor()
    expect(await faultsIn(page)).toEqual([])

    await say(page, 'Hello Posy. I am Sam. I do not work for the police.')
    await say(page, 'If you tell me that someone is hurting you, I have to pass it on, and I will tell you first.')
    await say(page, 'Tell me everything that happened on Sunday.')
    const before = await turns(page).count()
    await page.getByRole('button', { name: 'Wait', exact: true }).click()
    await expect.poll(() => answered(page), patiently).toBe(before + 1)
    await page.getByText('You waited.').waitFor()

    // The guide's words are said as they stand there, and what is answered is written down.
    const welcome = await question(page).textContent()
    await goTo(page, 'What was going on before')
    await expect.poll(() => question(page).textContent(), patiently).not.toBe(welcome)
    const asked = (await question(page).textContent()) ?? ''
    await page.getByRole('button', { name: 'Use these words' }).click()
    await expect.poll(() => words(page).inputValue(), patiently).toBe(asked)
    await expect.poll(() => words(page).evaluate(each => each === document.activeElement), patiently).toBe(true)
    await words(page).press('Enter')
    await expect.poll(() => answered(page), patiently).toBe(before + 2)
    const last = (await page.locator('.said__line--them .said__words').last().textContent()) ?? ''
    await page.getByRole('button', { name: 'Write down what they said' }).click()
    await expect.poll(() => page.getByLabel('in their words').inputValue(), patiently).toBe(last)
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.locator('.kept').getByText(last).waitFor()
    expect(await faultsIn(page)).toEqual([])
    expect((await kept(page, path)).turns).toHaveLength(5)

    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByRole('region', { name: 'Finish this talk?' }).waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Finish it' }).click()
    await page.getByRole('heading', { name: 'This talk is finished' }).waitFor()
    await page.getByRole('heading', { name: 'What was written down' }).waitFor()
    expect(await words(page).count()).toBe(0)
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('link', { name: 'Look back at this talk' }).click()
    await expect.poll(() => pathOf(page), patiently).toBe(`${path}/debrief`)
    await page.getByRole('heading', { name: 'The talk, turn by turn' }).waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.locator('#turn-3').getByRole('button', { name: 'Try again from here' }).click()
    await words(page).waitFor()
    // What they said first, and the two turns before.
    await expect.poll(() => turns(page).count(), patiently).toBe(3)
    expect(pathOf(page)).not.toBe(path)
    await say(page, 'Tell me about Sunday, from the beginning.')

    await page.goto('/practice')
    await page.getByRole('heading', { name: 'Talks to look back at' }).waitFor()
    expect(await page.locator(`a[href="${path}/debrief"]`).count()).toBe(1)
    expect(await faultsIn(page)).toEqual([])
  }, 60_000)

  it('can be held by the keyboard alone', async () => {
    const page = await console.at('trainee')
    await page.goto('/practice/begin/arguments-at-home')
    await page.getByRole('radio', { name: 'Usual' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: 'Hard' }).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await words(page).waitFor()
    await words(page).focus()
    await page.keyboard.type('Tell me what happened.')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('Take your time.')
    await page.keyboard.press('Enter')
    await expect.poll(() => answered(page), patiently).toBe(2)
    expect(await page.locator('.said__line--me .said__words').textContent()).toBe(
      'Tell me what happened.\nTake your time.',
    )
    // The focus has stayed where the next words are typed; silence is the next stop.
    expect(await words(page).evaluate(each => each === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => answered(page), patiently).toBe(3)
    await page.getByRole('button', { name: 'Finish', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Finish this talk?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Finish this talk?' }).waitFor({ state: 'detached' })
    expect(
      await page.getByRole('button', { name: 'Finish', exact: true }).evaluate(each => each === document.activeElement),
    ).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Finish this talk?' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'This talk is finished' }).waitFor()
  })

  it('keeps what is typed without a connection, and says it once', async () => {
    const page = await console.at('trainee')
    const path = await beginWith(page, 'arguments-at-home')
    await say(page, 'Hello. I am Sam.')
    await page.context().setOffline(true)
    await page.getByText('Offline. Kept on this device').waitFor()
    await words(page).fill('Tell me what happened on Sunday.')
    await words(page).press('Enter')
    await page.getByText('There is no connection. What you said is kept on this device').waitFor()
    await words(page).fill('half a sentence')
    await page.context().setOffline(false)
    await expect.poll(() => answered(page), patiently).toBe(3)
    expect(await words(page).inputValue()).toBe('half a sentence')
    expect((await kept(page, path)).turns.map(({ said }) => said.did === 'said' && said.words)).toEqual([
      'Hello. I am Sam.',
      'Tell me what happened on Sunday.',
    ])
    await page.reload()
    await expect.poll(() => words(page).inputValue(), patiently).toBe('half a sentence')
    expect(await turns(page).count()).toBe(3)
  })

  it('shows in a second window what was said in the first, and gives back what was said too late', async () => {
    const page = await console.at('trainee')
    const path = await beginWith(page, 'arguments-at-home')
    const second = await page.context().newPage()
    await second.goto(path)
    await words(second).waitFor()
    await say(page, 'Hello. I am Sam.')
    await expect.poll(() => turns(second).count(), patiently).toBe(2)
    // What was said in the first is still on its way to the second.
    await second.context().setOffline(true)
    await second.getByText('Offline. Kept on this device').waitFor()
    await words(second).fill('Why did you go?')
    await words(second).press('Enter')
    const trainee = await console.at('trainee')
    await trainee.goto(path)
    await say(trainee, 'Tell me what happened.')
    await second.context().setOffline(false)
    await second.getByText('Something was said in another window meanwhile').waitFor()
    await expect.poll(() => words(second).inputValue(), patiently).toBe('Why did you go?')
    await expect.poll(() => turns(second).count(), patiently).toBe(3)
    expect((await kept(page, path)).turns).toHaveLength(2)
  })

  it('is watched by a trainer as it goes on, who changes nothing, and of whom the trainee is told', async () => {
    const page = await console.at('trainee')
    const path = await beginWith(page, 'arguments-at-home')
    const trainer = await console.at('trainer')
    await trainer.addInitScript({ content: axe })
    await trainer.goto(path)
    await trainer.getByText('You are watching Trainee practise').waitFor()
    await page.getByText('A trainer is watching.').waitFor()
    await say(page, 'Tell me what happened on Sunday.')
    await trainer.getByText('Tell me what happened on Sunday.').waitFor()
    expect(await words(trainer).count()).toBe(0)
    expect(await trainer.getByRole('button', { name: 'Finish' }).count()).toBe(0)
    expect(await faultsIn(trainer)).toEqual([])
    await trainer.goto('/practice')
    await page.getByText('A trainer is watching.').waitFor({ state: 'detached' })
  })

  it('is nobody else’s to see', async () => {
    const path = await beginWith(await console.at('trainee'), 'arguments-at-home')
    const other = await console.at('interviewer')
    await other.goto(path)
    await other.getByRole('heading', { name: 'There is no such practice talk here' }).waitFor()
  })

  it('shows the language of the young person under the interpreter’s English', async () => {
    const page = await console.at('trainee')
    await beginWith(page, 'trafficked-arabic')
    await say(page, 'Tell me what happened.')
    const original = page.locator('.said__original').last()
    expect(await original.getAttribute('lang')).toBe('ar')
    expect(await original.getAttribute('dir')).toBe('rtl')
  })

  it.each(walks)('has nothing that axe finds, shown $shown', async ({ as, look }) => {
    const page = await console.at('trainee', { viewport: { width: 820, height: 1180 }, isMobile: true, hasTouch: true })
    await page.addInitScript({ content: axe })
    await showAs(page, as ?? {})
    await page.goto('/practice')
    await page.locator('.young-person').first().waitFor()
    expect(await look(page)).toEqual([])
    await page.goto('/practice/begin/trafficked-arabic')
    await page.locator('.before__go').waitFor()
    expect(await look(page)).toEqual([])
    await page.locator('.before__go button').tap()
    await page.locator('.say-form').waitFor()
    expect(await look(page)).toEqual([])
    const small = await page.locator('.room button:visible, .room a:visible').evaluateAll(all =>
      all.flatMap(each => {
        const { height, width } = each.getBoundingClientRect()
        return (height >= 44 && width >= 44) || each.classList.contains('govuk-skip-link') ? [] : [each.outerHTML]
      }),
    )
    expect(small).toEqual([])
    await page.locator('.views__tab--talk').tap()
    await page.locator('#spoken').waitFor()
    expect(await look(page)).toEqual([])
    const across = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    )
    expect(across).toBe(true)
  })
})
