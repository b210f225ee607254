import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Intent } from '../../dialogs/intent.ts'
import { type ConsoleUnderTest, patiently, startConsole } from './consoleUnderTest.ts'
import { heldTalk } from './heldTalk.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`

const said: readonly Intent[] = [
  { do: 'cover', coverage: 'push.arguments-at-home', told: 'yes', because: 'We had a big argument.' },
  {
    do: 'cover',
    coverage: 'exploitation.gifts',
    told: 'yes',
    voice: 'practitioner',
    detail: 'A phone nobody explains.',
  },
  { do: 'cover', coverage: 'exploitation.gifts', told: 'no' },
  { do: 'cover', coverage: 'safe.protective-acts', told: 'yes', because: 'I stayed where people were.' },
  { do: 'cover', coverage: 'safe.trusted-person', told: 'yes' },
  { do: 'cover', coverage: 'return.might-go-again', told: 'chose-not-to-say' },
  { do: 'answer', prompt: 'safety.how-safe', answer: { kind: 'scale', value: 4 } },
  { do: 'account', prompt: 'balance.what-needs-to-happen', words: 'I want the shouting to stop.' },
]

const column = (page: Page, id: string) => page.locator(`[data-column="${id}"]`)
const lineOf = (page: Page, part: string, words: string) =>
  page.locator(`[data-part="${part}"] [data-line]`).filter({ hasText: words })

describe('the balance of a case', () => {
  it('is made from the interview, put right, and told back, and nothing of it is lost', async () => {
    const name = fresh('Example Heron')
    const { episode } = await heldTalk(console, { calledAs: name, intents: said })
    const page = await console.at('interviewer')
    const watching = await console.at('coordinator')
    await page.goto(`/cases/${episode}`)
    await page.getByRole('link', { name: 'See the balance' }).click()
    await page.getByRole('heading', { name: `The balance: ${name}` }).waitFor()
    await watching.goto(`/cases/${episode}/balance`)

    const argument = lineOf(page, 'worries', 'Arguments with parents or carers')
    await argument.getByText('We had a big argument.').waitFor()
    await argument.getByText('Young person', { exact: true }).waitFor()
    await lineOf(page, 'worries', 'A phone nobody explains.').getByText('Practitioner’s view').waitFor()
    await lineOf(page, 'view', 'Gifts or money they cannot explain').getByText('Told no').waitFor()
    await lineOf(page, 'strengths', 'I stayed where people were.').waitFor()
    await lineOf(page, 'unknowns', 'May go missing again').getByText('Chose not to say').waitFor()
    await lineOf(page, 'unknowns', 'Are you hurt now?').getByText('Not asked').waitFor()

    // What is put in other words stands beside what was said, for whoever else looks as well.
    await argument.getByRole('button', { name: 'Change' }).click()
    await argument.getByRole('button', { name: 'Save', exact: true }).click()
    await argument.getByRole('alert').getByText('Change something first.').waitFor()
    await argument.getByLabel('In your words').fill('Rows at home that frighten them.')
    await argument.getByLabel('As you say it to them').fill('I worry about the shouting where you live.')
    await argument.getByRole('button', { name: 'Save', exact: true }).click()
    await argument.getByText('Rows at home that frighten them.').waitFor()
    await argument.getByText('We had a big argument.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), patiently).toBe('Change')
    await lineOf(watching, 'worries', 'Rows at home that frighten them.').getByText('We had a big argument.').waitFor()

    // Left out, it can be put back; moved, it says from where; a line of one's own says whose it is.
    const gifts = lineOf(page, 'worries', 'A phone nobody explains.')
    await gifts.getByRole('button', { name: 'Leave out' }).click()
    await page.getByText('Left out: 1').click()
    await gifts.getByRole('button', { name: 'Put back' }).click()
    await gifts.getByRole('button', { name: 'Change' }).click()
    await gifts.getByLabel('Where it belongs').selectOption('Not known')
    await gifts.getByRole('button', { name: 'Save', exact: true }).click()
    const moved = lineOf(page, 'unknowns', 'A phone nobody explains.')
    await moved.getByText('Moved here from: Worries and dangers').waitFor()
    await moved.getByRole('button', { name: 'Take back the last change' }).click()
    await gifts.getByRole('button', { name: 'Leave out' }).waitFor()
    await column(page, 'strengths').getByRole('button', { name: 'Add a line of your own' }).click()
    await column(page, 'strengths').getByLabel('What you want to add').fill('Came to the talk on time.')
    await column(page, 'strengths').getByRole('button', { name: 'Save', exact: true }).click()
    await lineOf(page, 'strengths', 'Came to the talk on time.')
      .getByText(/Words of /)
      .waitFor()

    // What they say needs to happen becomes something to be done, and the line says what came of it.
    const wanted = lineOf(page, 'view', 'I want the shouting to stop.')
    await wanted.getByRole('button', { name: 'Add an action' }).click()
    await wanted.getByLabel('What is to be done').selectOption('family-support')
    await wanted.getByRole('button', { name: 'Save', exact: true }).click()
    await wanted.getByText('Support for the family: No time is set').waitFor()

    // Two numbers, each its own, in words and in the picture; and in whose view.
    const scales = page.getByRole('region', { name: 'How safe, from 0 to 10' })
    await scales.locator('[data-scale="young-person"]').getByText('4 out of 10').waitFor()
    await scales.locator('[data-scale="practitioner"]').getByText('No number yet').waitFor()
    await scales.getByRole('button', { name: 'Write down a number' }).click()
    await scales.getByRole('radio', { name: 'Practitioner’s view' }).check()
    await scales.getByLabel('The number').selectOption('2')
    await scales.getByRole('button', { name: 'Save', exact: true }).click()
    await scales.locator('[data-scale="practitioner"]').getByText('2 out of 10').waitFor()
    expect(await scales.locator('.number-line__one--now').allTextContents()).toEqual(['4', '2'])
    const again = page.getByRole('region', { name: 'Might they go missing again?' })
    await again.locator('[data-might-go="young-person"]').getByText('Would rather not say').waitFor()
    await again.getByRole('button', { name: 'Write down whose view' }).click()
    await again.getByRole('radio', { name: 'Parent or carer' }).check()
    await again.getByRole('radio', { name: 'Not sure' }).check()
    await again.getByRole('button', { name: 'Save', exact: true }).click()
    await again.locator('[data-might-go="parent-or-carer"]').getByText('Not sure').waitFor()

    // Told back: their words and what was worded for them, and nothing that anyone else said or thinks.
    await page.getByRole('link', { name: 'Tell it back to them' }).click()
    await page.getByRole('heading', { name: 'I would like to tell you what you did well.' }).waitFor()
    const shown = page.getByRole('main')
    await shown.getByText('I stayed where people were.').waitFor()
    await shown.getByText('I worry about the shouting where you live.').waitFor()
    await shown.getByText('I want the shouting to stop.').waitFor()
    const all = await shown.innerText()
    for (const notTheirs of [
      'A phone nobody explains.',
      'Rows at home',
      'Came to the talk',
      '2 out of 10',
      'Worries',
      name,
    ])
      expect(all).not.toContain(notTheirs)
    await shown.getByText('They told this too.').click()
    await shown.getByText('Someone they trust').waitFor()
    await page.getByRole('button', { name: 'Write down what they said to it' }).click()
    await page.getByRole('radio', { name: 'They asked for changes' }).check()
    await page.getByLabel('Their own words').fill('Say it is about my phone.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('textbox').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Back to the balance' }).click()
    await page.getByText('They asked for changes').waitFor()
    await page.getByText('Say it is about my phone.').waitFor()
    await argument.getByText('Rows at home that frighten them.').waitFor()
    // What they agreed to is not what stands there once it is changed.
    expect(await page.getByText('It was changed after that. Tell it back again.').count()).toBe(0)
    await argument.getByRole('button', { name: 'Take back the last change' }).click()
    await page.getByText('It was changed after that. Tell it back again.').waitFor()
    await argument.getByText('Rows at home that frighten them.').waitFor({ state: 'detached' })
    await argument.getByText('We had a big argument.').waitFor()
  })

  it('is told back in the language of the talk, and says what the interpreter has to say', async () => {
    const { episode } = await heldTalk(console, {
      calledAs: fresh('Example Ibis'),
      language: 'ar',
      intents: [
        {
          do: 'account',
          prompt: 'balance.good-things',
          words: 'I have a friend.',
          original: { language: 'ar', words: 'عندي صديق.' },
          voice: 'interpreter',
        },
        { do: 'cover', coverage: 'safe.protective-acts', told: 'yes', detail: 'I stayed.', voice: 'interpreter' },
      ],
    })
    const page = await console.at('interviewer')
    await page.goto(`/cases/${episode}/balance/tell`)
    const theirs = page.locator('blockquote[lang="ar"]')
    await theirs.waitFor()
    expect(await theirs.textContent()).toBe('عندي صديق.')
    expect(await theirs.getAttribute('dir')).toBe('rtl')
    const asked = page.locator('.tell__asked').first()
    expect([await asked.getAttribute('lang'), await asked.getAttribute('dir')]).toEqual(['ar', 'rtl'])
    const english = page.locator('.tell__line').filter({ hasText: 'I stayed.' })
    await english.getByText('In English: the interpreter says it').waitFor()
    expect(await page.getByText('In English: the interpreter says it').count()).toBe(1)
  })

  it('shows the episode beside the one it is linked with, four marks apart', async () => {
    const name = fresh('Example Egret')
    const earlier = await heldTalk(console, {
      calledAs: name,
      bodies: [{ type: 'timed', moment: 'wentMissing', at: '2026-01-02T19:00:00Z' }],
      intents: [
        { do: 'cover', coverage: 'push.bullying', told: 'yes' },
        { do: 'cover', coverage: 'pull.money', told: 'no' },
        { do: 'cover', coverage: 'exploitation.criminal', told: 'chose-not-to-say' },
      ],
    })
    const { episode } = await heldTalk(console, {
      calledAs: name,
      bodies: [
        { type: 'timed', moment: 'wentMissing', at: '2026-02-02T19:00:00Z' },
        { type: 'linked', episode: earlier.episode },
      ],
      intents: [{ do: 'cover', coverage: 'pull.money', told: 'yes' }],
    })
    const page = await console.at('interviewer')
    await page.goto(`/cases/${episode}/balance`)
    const picture = page.getByRole('region', { name: 'This episode beside earlier ones' })
    await picture.locator(`[data-episode="${earlier.episode}"]`).waitFor()
    const marksOf = (factor: string) =>
      picture
        .locator(`[data-factor="${factor}"] [data-mark]`)
        .evaluateAll(all => all.map(each => [each.getAttribute('data-mark'), each.textContent]))
    expect(await marksOf('push.bullying')).toEqual([
      ['yes', 'Told yes: Young person'],
      ['not-said', 'Not asked, or nothing said'],
    ])
    expect(await marksOf('pull.money')).toEqual([
      ['no', 'Told no: Young person'],
      ['yes', 'Told yes: Young person'],
    ])
    expect(await marksOf('exploitation.criminal')).toEqual([
      ['chose-not-to-say', 'Chose not to say: Young person'],
      ['not-said', 'Not asked, or nothing said'],
    ])
    await page.emulateMedia({ media: 'print' })
    expect(await picture.isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Change' }).count()).toBe(0)
  })

  it.each(walks)('has nothing for axe to find in $shown', async ({ as, look }) => {
    const { episode } = await heldTalk(console, { calledAs: fresh('Example Stork'), intents: said })
    const page = await console.at('interviewer', {
      colorScheme: 'light',
      bypassCSP: true,
      viewport: { width: 820, height: 1100 },
    })
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    const faults: string[] = []
    const lookOver = async () => {
      const across = await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      )
      faults.push(...(await look(page)), ...(across ? [] : ['wider than the screen']))
    }
    await page.goto(`/cases/${episode}/balance`)
    await page.locator('.picture__table').waitFor()
    await page.locator('[data-part="worries"] .balance__do button').first().click()
    await page.locator('[data-part="unknowns"] summary').first().click()
    await page.locator('section[aria-labelledby="scales"] > button').click()
    await page.locator('section[aria-labelledby="might-go"] > button').click()
    await page.locator('.balance textarea').first().waitFor()
    await lookOver()
    await page.goto(`/cases/${episode}/balance/tell`)
    await page.locator('.tell__part').first().waitFor()
    await page.locator('.tell__after button').first().click()
    await page.locator('.tell__after textarea').waitFor()
    await lookOver()
    expect(faults).toEqual([])
  })
})
