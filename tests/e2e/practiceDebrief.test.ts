import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarios } from '../../locales/practiceWords.ts'
import { type ConsoleUnderTest, patiently, startConsole } from './consoleUnderTest.ts'
import { heldPractice } from './heldPractice.ts'
import { axe, faultsIn, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

const scenario = 'arguments-at-home'
const said = [
  'Hello Posy. My name is Example Worker. I do not work for the police or for school.',
  'I cannot keep everything secret. If somebody hurts you I have to tell someone who can help.',
  'Tell me what happened on Sunday from the beginning.',
  '',
  // Posy has nothing of the kind to tell: it is leading whatever she has said by then, which is each talk's own chance.
  'Did a neighbour lock you out?',
  'Why did you run away on your own?',
  'Thank you for talking to me. Goodbye Posy.',
]
const turnOf = (page: Page, number: number) => page.locator(`[data-turn="${number}"]`)

describe('the debrief of a practice talk', () => {
  it('is read at a glance and turn by turn, and the talk is tried again from a turn', async () => {
    const page = await console.at('trainee')
    const attempt = await heldPractice(console, page.context(), { scenario, said })
    await page.goto(`/practice/${attempt}/debrief`)
    await page.getByRole('heading', { name: 'Looking back at your talk with Posy Sampleton' }).waitFor()
    const well = page.getByRole('region', { name: 'What went well' })
    expect(await well.getByRole('listitem').count()).toBeGreaterThan(0)
    const next = page.getByRole('region', { name: 'To try next time' })
    await next.getByText('Leave out what can sound like blame.').waitFor()
    // What is an assumption says so.
    await page.getByText('The rest are assumptions.').waitFor()
    await page.locator('summary').getByText('Which are published and which are assumptions').click()
    await page.getByRole('row', { name: /^Details told to a recommended question: 1.578 .*Sun 2025/ }).waitFor()
    await page.getByRole('row', { name: /^How much trust a thing needs.*An assumption/ }).waitFor()
    // From what to try next to the turn it is about, by keyboard.
    await next.getByRole('link', { name: 'Turn 6' }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), patiently).toBe('turn-6')
    const blaming = turnOf(page, 6)
    await blaming.locator('.turn__flag').getByText('Why did you', { exact: true }).waitFor()
    await blaming.getByText('It sounded like blame').waitFor()
    await blaming.getByText('To say instead:').waitFor()
    const leading = turnOf(page, 5)
    await leading.getByText('Leading question', { exact: true }).waitFor()
    expect(await leading.locator('mark').allTextContents()).toEqual(['lock'])
    // Every figure is in a table too.
    await page.getByText('The figures as a table: Trust, turn by turn').click()
    expect(await page.getByRole('table', { name: 'Trust, turn by turn' }).getByRole('row').count()).toBe(
      said.length + 1,
    )
    await page.getByRole('button', { name: /^To word better/ }).click()
    await turnOf(page, 3).waitFor({ state: 'detached' })
    // A link brings back a turn that the filter had left out.
    await page.locator('.trust').getByRole('link').nth(2).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), patiently).toBe('turn-3')

    await turnOf(page, 3).getByRole('button', { name: 'Try again from here' }).click()
    await page.waitForURL(url => url.pathname !== `/practice/${attempt}/debrief`)
    const again = new URL(page.url()).pathname.split('/').at(-1)
    expect(again).not.toBe(attempt)
    const opened = await page.context().request.get(`/api/practice/attempts/${again}`)
    const { attempt: line, turns } = (await opened.json()) as {
      attempt: { retryOf: object }
      turns: { said: object }[]
    }
    expect(line.retryOf).toEqual({ attempt, from: 3 })
    expect(turns.map(turn => turn.said)).toEqual(said.slice(0, 2).map(words => ({ did: 'said', words })))
  })

  it('takes a doubt of a code to the trainer, and what the trainer writes back', async () => {
    const page = await console.at('trainee')
    const attempt = await heldPractice(console, page.context(), { scenario, said })
    await page.goto(`/practice/${attempt}/debrief`)
    const turn = turnOf(page, 5)
    await turn.getByRole('button', { name: 'I think this is coded wrong' }).click()
    await turn.getByRole('button', { name: 'Send' }).click()
    await turn.getByRole('alert').getByText('Choose what it is.').waitFor()
    await turn.getByLabel('What is it?').selectOption('Closed question')
    await turn.getByLabel('Why?').fill('She had told of the arguing.')
    await turn.getByRole('button', { name: 'Send' }).click()
    await turn.getByText('No trainer has answered yet.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), patiently).toBe('turn-5')
    await turn.getByText('Leading question', { exact: true }).waitFor()

    const trainer = await console.at('trainer')
    await trainer.goto(`/practice/${attempt}/debrief`)
    await trainer.getByRole('button', { name: 'With comments (1)' }).click()
    const seen = turnOf(trainer, 5)
    await seen.getByText('She had told of the arguing.').waitFor()
    await seen.getByText('Rather: Closed question.').waitFor()
    expect(await trainer.getByRole('button', { name: 'Try again from here' }).count()).toBe(0)
    await seen.getByRole('button', { name: 'Answer it' }).click()
    await seen.getByRole('radio', { name: 'The code stays.' }).check()
    await seen.getByLabel('Say more, if you like').fill('She had told of arguing, not of hitting.')
    await seen.getByRole('button', { name: 'Send' }).click()
    await seen.getByText('She had told of arguing, not of hitting.').waitFor()
    await seen.getByRole('button', { name: 'Comment on this turn' }).click()
    await seen.getByLabel('Your comment on turn 5').fill('Ask what Rob did, and wait.')
    await seen.getByRole('button', { name: 'Send' }).click()
    await seen.getByText('Ask what Rob did, and wait.').waitFor()

    await page.reload()
    await turn.getByText('The code stays.').waitFor()
    await turn.getByText('Ask what Rob did, and wait.').waitFor()
    await page.getByRole('button', { name: 'With comments (1)' }).waitFor()
  })

  it('is taken back with every word of the talk, once that is asked for twice', async () => {
    const page = await console.at('trainee')
    await page.addInitScript(axe)
    const attempt = await heldPractice(console, page.context(), { scenario, said })
    await page.goto(`/practice/${attempt}/debrief`)
    await page.getByRole('button', { name: 'Take this talk back' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('button', { name: 'Take this talk back' }).click()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Delete it' }).click()
    await page.waitForURL(url => url.pathname === '/practice')
    expect((await page.context().request.get(`/api/practice/attempts/${attempt}`)).status()).toBe(404)
  })

  it('is a record to print, which judges nobody', async () => {
    const page = await console.at('trainee')
    const attempt = await heldPractice(console, page.context(), { scenario, said })
    await page.goto(`/practice/${attempt}/debrief`)
    await page.getByRole('link', { name: 'Record of practice to print' }).click()
    await page.getByRole('heading', { name: 'Record of practice' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0)
    await page.getByText('Practice', { exact: true }).first().waitFor()
    for (const what of [
      'Talk Gone on her scooter',
      `Version ${scenarios().find(({ id }) => id === scenario)?.version}`,
      'Level Usual',
      /^When \d/,
      /^Recommended questions \d+ of \d+/,
    ])
      await page.getByRole('row', { name: what }).waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/competen/i)
  })

  it('says what to do where there is nothing to look back on', async () => {
    const page = await console.at('trainee')
    const open = await heldPractice(console, page.context(), { scenario, said: ['Hello.'], stopped: false })
    await page.goto(`/practice/${open}/debrief`)
    await page.getByText('Finish the talk first.').waitFor()
    expect(await page.getByRole('link', { name: 'Go back to the talk' }).getAttribute('href')).toBe(`/practice/${open}`)
    const short = await heldPractice(console, page.context(), { scenario, said: ['Hello.'] })
    await page.goto(`/practice/${short}/debrief`)
    await page.getByText('This talk was too short to say anything of.').waitFor()
    await turnOf(page, 1).waitFor()
    expect(await page.getByRole('region', { name: 'What went well' }).count()).toBe(0)
    await page.goto('/practice/7c1d4b5e-0000-4000-8000-000000000000/debrief')
    await page.getByText('There is no such talk here').waitFor()
  })

  it.each(walks)('has nothing for axe to find in $shown', async ({ as, look }) => {
    const page = await console.at('trainee', {
      colorScheme: 'light',
      bypassCSP: true,
      viewport: { width: 820, height: 1100 },
    })
    const attempt = await heldPractice(console, page.context(), { scenario, said })
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    const faults: string[] = []
    const lookOver = async () => {
      const across = await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      )
      faults.push(...(await look(page)), ...(across ? [] : ['wider than the screen']))
    }
    await page.goto(`/practice/${attempt}/debrief`)
    await turnOf(page, 5).waitFor()
    for (const summary of await page.locator('.chart__table > summary, .rests-on summary, .class-legend summary').all())
      await summary.click()
    await turnOf(page, 5).locator('.turn__do button').last().click()
    await turnOf(page, 5).locator('textarea').waitFor()
    await page.locator('.covered__line').first().waitFor()
    await lookOver()
    await page.goto(`/practice/${attempt}/record`)
    await page.locator('.debrief-table--record').first().waitFor()
    await lookOver()
    expect(faults).toEqual([])
  })
})
