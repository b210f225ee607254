import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { practiceDrills } from '../../locales/practiceWords.ts'
import { type ConsoleUnderTest, patiently, startConsole } from './consoleUnderTest.ts'
import { axe, faultsIn, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
let trainee: Page
let trainer: Page
beforeAll(async () => {
  console = await startConsole()
  const options = { bypassCSP: true, colorScheme: 'light' as const }
  trainee = await console.at('trainee', options)
  trainer = await console.at('trainer', options)
  for (const page of [trainee, trainer]) await page.addInitScript({ content: axe })
})
afterAll(() => console?.close())

const words = (page: Page) => page.getByLabel('What do you say?')
const heading = (page: Page, name: string | RegExp, level = 1) => page.getByRole('heading', { name, level }).waitFor()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Says it, and waits until so many turns were answered: the opening is one of them. */
async function say(said: string, turns: number) {
  await words(trainee).fill(said)
  await words(trainee).press('Enter')
  await expect.poll(() => trainee.locator('.said__turn .said__line--me').count(), patiently).toBe(turns)
  await expect
    .poll(() => trainee.getByRole('button', { name: 'Wait' }).getAttribute('aria-disabled'), patiently)
    .not.toBe('true')
}

describe('a trainer', () => {
  it('asks for practice, watches it as it is held and comments, and the trainee reads the comment', async () => {
    await trainer.goto('/practice/cohort')
    await heading(trainer, 'People I train')
    await trainer.getByText('Nobody is practising at the moment.').waitFor()
    expect(await faultsIn(trainer)).toEqual([])

    await trainer.getByRole('button', { name: 'Ask for practice' }).click()
    await trainer.getByRole('button', { name: 'Ask them' }).click()
    await trainer.getByRole('link', { name: 'Choose at least one person.' }).waitFor()
    expect(await faultsIn(trainer)).toEqual([])
    await trainer.getByRole('checkbox', { name: 'Trainee' }).check()
    await trainer.getByRole('checkbox', { name: 'Interviewer' }).check()
    await trainer.getByLabel('With which young person?').selectOption('arguments-at-home')
    await trainer.getByRole('radio', { name: 'Gentle' }).check()
    await trainer.getByLabel('By when, if it matters').fill('2026-01-05')
    await trainer.getByLabel('A note, if you like').fill('Take time for the opening.')
    await trainer.getByRole('button', { name: 'Ask them' }).click()
    await trainer.getByText('People asked: 2.').waitFor()
    const asked = trainer.getByRole('article', { name: 'Interviewer' })
    await asked.getByText('Overdue').waitFor()
    await asked.getByRole('button', { name: /^Take it back/ }).click()
    await expect.poll(() => asked.getByText('Overdue').count(), patiently).toBe(0)

    await trainee.goto('/practice')
    const forThem = trainee.getByRole('region', { name: 'Asked of you first' }).getByRole('listitem')
    const one = forThem.filter({ hasText: 'Take time for the opening.' })
    await one.getByText('By Monday, 5 January 2026').waitFor()
    await one.getByRole('link').click()
    expect(await trainee.getByRole('radio', { name: 'Gentle' }).isChecked()).toBe(true)
    await trainee.getByRole('button', { name: 'I have read this. Begin' }).click()
    await words(trainee).waitFor()
    await say('Hello. I am Sam, and I do not work for the police.', 1)

    // The page looks again by itself.
    const now = trainer.getByRole('region', { name: 'Practising now' })
    await now.getByText('turns: 1').waitFor({ timeout: 20_000 })
    expect(await faultsIn(trainer)).toEqual([])
    await now.getByRole('link', { name: /^Watch/ }).click()
    await trainer.getByText('You cannot change anything.').waitFor()
    expect(await words(trainer).count()).toBe(0)
    await say('Tell me everything that happened.', 2)
    await expect.poll(() => trainer.locator('.said__line--me').count(), patiently).toBe(2)

    await trainer.goto('/practice/cohort')
    await now.getByRole('link', { name: /^Comment on turns/ }).click()
    await trainer
      .locator('#turn-2')
      .getByRole('button', { name: /Comment on this turn/ })
      .click()
    await trainer.getByLabel('Your comment on turn 2').fill('That left them all the room.')
    await trainer.getByRole('button', { name: 'Send' }).click()
    await trainer.locator('#turn-2').getByText('That left them all the room.').waitFor()

    await trainee.getByRole('button', { name: 'Finish', exact: true }).click()
    await trainee.getByRole('button', { name: 'Finish it' }).click()
    await trainee.getByRole('link', { name: 'Look back at this talk' }).click()
    await trainee.locator('#turn-2').getByText('That left them all the room.').waitFor()

    await trainer.goto('/practice/cohort')
    const person = trainer.getByRole('article', { name: 'Trainee' })
    await person.getByText('Done').first().waitFor()
    await person.getByText('Newest talks, to look at and comment on').click()
    await person.getByRole('link', { name: /^Progress/ }).click()
    await heading(trainer, 'Progress of someone you train')
    await heading(trainer, 'Questions, talk by talk', 2)
    expect(new URL(trainer.url()).search).toBe('?trainee=trainee')
    expect(await trainer.locator('[aria-current="page"]').textContent()).toBe('People I train')
    await heading(trainer, 'Drills', 2)
    expect(await faultsIn(trainer)).toEqual([])
  }, 90_000)

  it('is told who waits for an answer first, and answers beside the turn', async () => {
    await trainer.goto('/practice/cohort')
    const waiting = trainer.getByRole('region', { name: 'Waiting for your answer' })
    await waiting
      .getByRole('link', { name: /^Look and answer/ })
      .first()
      .click()
    await trainer.getByRole('button', { name: /^Answer it/ }).click()
    await trainer.getByRole('radio', { name: 'The code stays.' }).check()
    await trainer.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => trainer.getByRole('button', { name: /^Answer it/ }).count(), patiently).toBe(0)
    await trainer.goto('/practice/cohort')
    await heading(trainer, 'People', 2)
    expect(await waiting.count()).toBe(0)
  })
})

describe('a trainee', () => {
  it('sees talks over time, with each figure in words as well, and prints the record of them', async () => {
    await trainee.goto('/practice/progress')
    await heading(trainee, 'Questions, talk by talk', 2)
    await trainee.getByText('From the first talk to the newest').waitFor()
    await trainee.getByText('How this is worked out').click()
    await trainee.getByText(/^An assumption:/).waitFor()
    await trainee.getByText('The figures as a table').click()
    const rows = trainee.locator('.chart tbody tr')
    expect(await rows.count()).toBe(await trainee.locator('.over-time__link').count())
    expect(await faultsIn(trainee)).toEqual([])
    await trainee.locator('.over-time__link').last().focus()
    await trainee.keyboard.press('Enter')
    await trainee.waitForURL(/\/debrief$/)

    await trainee.goto('/practice/progress')
    await trainee.getByRole('link', { name: 'Record of practice to print' }).click()
    await heading(trainee, 'Record of practice')
    await trainee.locator('.apart__table').waitFor()
    const record = (await trainee.locator('main').textContent()) ?? ''
    for (const part of ['Version', 'Level', 'When', 'Recommended questions']) expect(record).toContain(part)
    expect(record).not.toMatch(/compet/i)
    expect(await faultsIn(trainee)).toEqual([])
    await trainee.emulateMedia({ media: 'print' })
    expect(await trainee.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await trainee.getByText('Nobody here is real.').isVisible()).toBe(true)
    const wide = await trainee
      .locator('.apart__frame')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(wide).toBeLessThanOrEqual(1)
    await trainee.emulateMedia({ media: 'screen' })
  })

  it('goes through a round of "name that question" by the keyboard, and meets first what was missed', async () => {
    const { naming } = practiceDrills()
    await trainee.goto('/practice/drills')
    await trainee.getByRole('button', { name: 'Name 10 questions' }).focus()
    await trainee.keyboard.press('Enter')
    const missed: string[] = []
    for (let number = 1; number <= 10; number++) {
      await trainee.getByText(`${number} of 10`, { exact: true }).waitFor()
      const question = (await trainee.locator('.exercise__question .said__words').textContent()) ?? ''
      // Always the same answer: some are right and some are not.
      await trainee.keyboard.press('1')
      const isRight = naming.some(item => item.question === question && item.class === 'invitation')
      await expect.poll(() => focused(trainee), patiently).toMatch(isRight ? /^Right/ : /^Not this time/)
      if (number === 1) expect(await faultsIn(trainee)).toEqual([])
      if (!isRight) missed.push(question)
      await trainee.keyboard.press('Tab')
      await trainee.keyboard.press('Enter')
    }
    await heading(trainee, `${10 - missed.length} of 10 right`, 2)
    expect(await trainee.locator('.round-end__missed li').allTextContents()).toEqual(missed)
    expect(await faultsIn(trainee)).toEqual([])
    await expect
      .poll(
        async () =>
          (await (await trainee.request.get('/api/practice/drills')).json()).results.filter(
            (each: { drill: string }) => each.drill === 'name-that-question',
          ).length,
        patiently,
      )
      .toBe(10)

    await trainee.reload()
    await trainee.getByText(`To come again: ${missed.length}`).waitFor()
    await trainee.getByRole('button', { name: 'Name 10 questions' }).press('Enter')
    await trainee.getByText('1 of 10', { exact: true }).waitFor()
    expect(missed).toContain(await trainee.locator('.exercise__question .said__words').textContent())
  }, 60_000)

  it('opens a question up in their own words, is told what is still closed, and nothing typed is sent', async () => {
    const { opening } = practiceDrills()
    const sent: string[] = []
    trainee.on('request', request => sent.push(request.postData() ?? ''))
    await trainee.goto('/practice/drills')
    await trainee.getByRole('button', { name: 'Open up 5 questions' }).press('Enter')
    for (let number = 1; number <= 5; number++) {
      await trainee.getByText(`${number} of 5`, { exact: true }).waitFor()
      const question = (await trainee.locator('.exercise__question .said__words').textContent()) ?? ''
      await trainee.keyboard.type(question)
      await trainee.keyboard.press('Enter')
      await heading(trainee, 'Not open yet. Try once more', 2)
      await trainee.getByText('These are the same words. Ask it another way.').waitFor()
      if (number === 1) expect(await faultsIn(trainee)).toEqual([])
      const good = opening.find(item => item.question === question)?.good[0] ?? ''
      await trainee.getByLabel('Ask it so that they can tell you').fill(good)
      await trainee.keyboard.press('Enter')
      await heading(trainee, 'That leaves room', 2)
      if (number === 1) expect(await faultsIn(trainee)).toEqual([])
      await trainee.keyboard.press('Tab')
      await trainee.keyboard.press('Enter')
    }
    await heading(trainee, '5 of 5 right', 2)
    await expect.poll(() => sent.filter(body => body.includes('open-it-up')).length, patiently).toBe(5)
    expect(
      sent.filter(body => opening.some(({ question, good }) => [question, ...good].some(each => body.includes(each)))),
    ).toEqual([])
  }, 60_000)
})

describe('the training pages', () => {
  it.each(walks)(
    'have nothing that axe finds, shown in $shown',
    async ({ as, look }) => {
      const options = { bypassCSP: true, colorScheme: 'light' as const, viewport: { width: 820, height: 1180 } }
      for (const [person, paths] of [
        ['trainee', ['/practice/progress', '/practice/progress/record', '/practice/drills']],
        ['trainer', ['/practice/cohort', '/practice/progress', '/practice/progress?trainee=trainee']],
      ] as const) {
        const page = await console.at(person, options)
        await page.addInitScript({ content: axe })
        if (as) await showAs(page, as)
        for (const path of paths) {
          await page.goto(path)
          await page.locator('.attempts, .apart__table, .young-people, .cohort, .empty').first().waitFor()
          expect([path, await look(page)]).toEqual([path, []])
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect([path, over]).toEqual([path, 0])
        }
        await page.context().close()
      }
    },
    60_000,
  )
})
