import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportPreview } from '../../console/contract/languages.ts'
import { pseudoLanguage } from '../support/pseudoLocale.ts'
import { type AccountsUnderTest, invited, joined, startWithAccounts } from './accountsUnderTest.ts'
import { beginAs, goTo, patiently, question } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

const english = 'Tell me what was going on before you went.'
const options = { bypassCSP: true, colorScheme: 'light' as const }

let at: AccountsUnderTest
let administrator: Page
let asha: Page
let dov: Page
beforeAll(async () => {
  at = await startWithAccounts()
  administrator = await at.fresh(options)
  await joined(administrator.context(), at.firstLink)
  asha = await someone('interpreter')
  dov = await someone('interpreter')
})
afterAll(() => at?.close())

/** A browser of a new person in this role. */
async function someone(role: Parameters<typeof invited>[1]): Promise<Page> {
  const page = await at.fresh(options)
  await joined(page.context(), await invited(administrator.context(), role))
  return page
}

/** The form of the string with these English words, in this language. */
async function formOf(page: Page, language: string, words = english) {
  if (new URL(page.url(), at.url).pathname !== `/languages/${language}`) await page.goto(`/languages/${language}`)
  await page.getByLabel('Find words').fill(words)
  const form = page.getByRole('region', { name: words, exact: true })
  await form.waitFor()
  return form
}
const wordsIn = (form: Awaited<ReturnType<typeof formOf>>) => form.locator('.word__words')
const stateIn = (form: Awaited<ReturnType<typeof formOf>>) => form.locator('.word__mark').first()

describe('a linguist', () => {
  it('begins with the languages, corrects words that another signs, and the talk says them', async () => {
    await asha.goto('/')
    await asha.getByRole('heading', { name: 'Languages', level: 1 }).waitFor()
    await asha.getByRole('link', { name: 'Pashto' }).click()
    await asha.getByRole('heading', { name: 'Pashto', level: 1 }).waitFor()
    const form = await formOf(asha, 'ps')
    expect(await stateIn(form).textContent()).toBe('Draft')
    const words = 'ووایه چې مخکې له تلو څه روان وو.'
    await wordsIn(form).fill(words)
    expect(await wordsIn(form).evaluate(({ lang, dir }: HTMLTextAreaElement) => [lang, dir])).toEqual(['ps', 'rtl'])
    // Nothing typed is lost.
    await asha.reload()
    await formOf(asha, 'ps')
    await expect.poll(() => wordsIn(form).inputValue(), patiently).toBe(words)
    await form.getByText('Not saved yet.').waitFor()
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Saved.', { exact: true }).waitFor()
    await form.getByText('You wrote these words. Another person signs them.').waitFor()
    expect(await form.evaluate(each => each === document.activeElement)).toBe(true)
    expect(await form.getByRole('button', { name: 'Sign' }).count()).toBe(0)

    const theirs = await formOf(dov, 'ps')
    await theirs.getByRole('button', { name: 'Mark as checked' }).click()
    await expect.poll(() => stateIn(theirs).textContent(), patiently).toBe('Checked')
    await theirs.getByRole('button', { name: 'Sign' }).click()
    await theirs.getByRole('button', { name: 'Yes, sign them' }).click()
    await expect.poll(() => stateIn(theirs).textContent(), patiently).toBe('Signed')
    await theirs.getByText('What was done here').click()
    await expect.poll(() => theirs.locator('.word__history > li').count(), patiently).toBe(3)

    const interviewer = await someone('interviewer')
    await beginAs(interviewer, 'Example Ouzel')
    await goTo(interviewer, 'What was going on before')
    await expect.poll(() => question(interviewer).textContent(), patiently).toBe(english)
    await interviewer.getByRole('button', { name: 'More' }).click()
    await interviewer.getByLabel('Language of the talk').selectOption('ps')
    await expect.poll(() => question(interviewer).textContent(), patiently).toBe(words)
  })

  it('cannot save words that have lost a place, and sees why before trying', async () => {
    await asha.goto('/languages/fr')
    const form = asha.locator('.word').filter({ hasText: '{{practitioner}}' }).first()
    const before = await wordsIn(form).inputValue()
    await wordsIn(form).fill('Bonjour.')
    await form.getByText('Mend this before you save it').waitFor()
    expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await form.getByRole('button', { name: 'Undo what I typed' }).click()
    expect(await wordsIn(form).inputValue()).toBe(before)
  })

  it('is shown both versions where somebody else was quicker, and chooses', async () => {
    const [hers, his] = [await formOf(asha, 'vi'), await formOf(dov, 'vi')]
    const before = await wordsIn(hers).inputValue()
    await wordsIn(hers).fill(`${before} Một.`)
    await wordsIn(his).fill(`${before} Hai.`)
    await wordsIn(hers).press('Control+Enter')
    await hers.getByText('Saved.', { exact: true }).waitFor()
    await his.getByRole('button', { name: 'Save' }).click()
    await his.getByRole('heading', { name: 'These words have changed since you began' }).waitFor()
    expect(await his.locator('.refusal__version .word__version').allTextContents()).toEqual([
      `${before} Một.`,
      `${before} Hai.`,
    ])
    await dov.reload()
    await formOf(dov, 'vi')
    await his.getByRole('button', { name: 'Go on with mine' }).click()
    await his.getByRole('button', { name: 'Save' }).click()
    await his.getByText('Saved.', { exact: true }).waitFor()
    await wordsIn(hers).fill(`${before} Ba.`)
    await hers.getByRole('button', { name: 'Save' }).click()
    await hers.getByRole('button', { name: 'Keep theirs' }).click()
    expect(await wordsIn(hers).inputValue()).toBe(`${before} Hai.`)
  })

  it('keeps what was typed where there is no connection', async () => {
    const form = await formOf(asha, 'so')
    const words = `${await wordsIn(form).inputValue()} Haa.`
    await wordsIn(form).fill(words)
    await asha.context().setOffline(true)
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('There is no connection.').waitFor()
    expect(await wordsIn(form).inputValue()).toBe(words)
    await asha.context().setOffline(false)
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Saved.', { exact: true }).waitFor()
  })

  it('goes from one to the next that is not signed by keyboard', async () => {
    await dov.goto('/languages/pl')
    await dov.locator('.word').first().waitFor()
    const focused = () => dov.evaluate(() => document.activeElement?.id)
    await dov.keyboard.press('Alt+N')
    await expect.poll(focused, patiently).toMatch(/-words$/)
    const first = await focused()
    await dov.keyboard.press('Alt+N')
    await expect.poll(focused, patiently).not.toBe(first)
    expect(await focused()).toMatch(/-words$/)
    // Through the end of a topic into the next, which was closed.
    const topics = () => dov.locator('.words__group[open]').count()
    const open = await topics()
    for (let left = 30; left > 0 && (await topics()) === open; left--) await dov.keyboard.press('Alt+N')
    expect(await topics()).toBe(open + 1)
  })

  it('takes the words out for a translator’s program and brings them back, seeing first what would change', async () => {
    await dov.goto('/languages/uk')
    await dov.getByText('Work in another program').click()
    const [download] = await Promise.all([
      dov.waitForEvent('download'),
      dov.getByRole('link', { name: 'Take out as XLIFF' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('return-talk-uk.xlf')
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const xliff = Buffer.concat(chunks).toString()
    const target = /<trans-unit id="answer\/yes".*?<target[^>]*>([^<]+)<\/target>/s.exec(xliff)?.[1] ?? ''
    const changed = xliff.replace(/(<trans-unit id="answer\/yes".*?<target[^>]*>)[^<]+/s, `$1${target}, так`)
    const bring = (text: string) =>
      dov
        .getByLabel('Bring a file back')
        .setInputFiles({ name: 'a.xlf', mimeType: 'text/xml', buffer: Buffer.from(text) })
    await bring('Hello')
    await dov.getByText('This is not a file of XLIFF 1.2.').waitFor()
    await bring(changed)
    await dov.getByText('Drafts it brings: 1').click()
    expect(await dov.locator('.words__preview ins').allTextContents()).toEqual([`${target}, так`])
    await dov.getByRole('button', { name: 'Keep these drafts' }).click()
    await dov.getByText('Kept as drafts: 1.').waitFor()
    const again = await dov.request.post('/api/languages/uk/import', {
      data: { xliff: changed },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect((await again.json()) as ImportPreview).toMatchObject({ changed: [] })
  })
})

describe('someone who leads', () => {
  it('reads the words and how far they have come, and changes nothing', async () => {
    const page = await someone('coordinator')
    await page.goto('/interviews')
    await page.getByRole('button', { name: /Example Person/ }).click()
    await page.getByRole('link', { name: 'Words of the languages' }).click()
    await page.getByRole('link', { name: 'Amharic' }).click()
    const form = await formOf(page, 'am')
    expect(await wordsIn(form).getAttribute('readonly')).not.toBeNull()
    expect(await page.locator('.word button').count()).toBe(0)
  })
})

describe('the pages of the languages', () => {
  it.each(walks)('have nothing for axe to find, in $shown', async ({ as, look }) => {
    const page = await someone('interpreter')
    await showAs(page, as ?? {})
    await page.addInitScript(axe)
    await page.goto('/languages')
    await page.locator('.languages__one').first().waitFor()
    const found = await look(page)
    for (const language of ['ur', 'ti']) {
      await page.goto(`/languages/${language}`)
      const form = page.locator('.word').filter({ hasText: '{{practitioner}}' }).first()
      await form.waitFor()
      await wordsIn(form).fill('a')
      await form.locator('summary').first().click()
      await form.locator('summary').last().click()
      const next = page.locator('.word').last()
      await next.getByRole('button').last().click()
      await page.locator('.words__exchange summary').first().click()
      found.push(...(await look(page)))
    }
    expect(found).toEqual([])
  })

  it('are mirrored where the screen’s language is, each text in its own direction', async () => {
    const page = await someone('interpreter')
    await showAs(page, { language: pseudoLanguage })
    await page.goto('/languages/sq')
    const form = page.locator('.word').first()
    await form.waitFor()
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    const [ours, theirs] = await Promise.all([
      form.locator('.word__english').boundingBox(),
      form.locator('.word__theirs').boundingBox(),
    ])
    expect(ours?.x).toBeGreaterThan(theirs?.x ?? Number.POSITIVE_INFINITY)
    expect(await form.locator('.word__source').getAttribute('dir')).toBe('ltr')
    expect(await wordsIn(form).getAttribute('dir')).toBe('ltr')
  })

  it('fit a tablet, with targets of 44 pixels or more', async () => {
    const page = await at.fresh({ ...options, viewport: { width: 820, height: 1180 }, hasTouch: true })
    await joined(page.context(), await invited(administrator.context(), 'interpreter'))
    for (const path of ['/languages', '/languages/ar']) {
      await page.goto(path)
      await page.locator('.languages__one, .word').first().waitFor()
      const { across, small } = await page.evaluate(() => ({
        across: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        small: [...document.querySelectorAll('main button, main select, main textarea, main summary, main .button')]
          .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
          .map(each => each.textContent),
      }))
      expect([path, across, small]).toEqual([path, 0, []])
    }
  })

  it('are drawn soon, also where there are the most words, and their topics when they are opened', async () => {
    await dov.goto('/languages/cy')
    await dov.locator('.words__group').first().waitFor()
    const drawn = await dov.locator('.word').count()
    const groups = await dov.locator('.words__group').count()
    expect(groups).toBeGreaterThan(50)
    expect(drawn).toBeLessThan(100)
    const took = await dov.evaluate(async () => {
      const began = performance.now()
      const search = document.querySelector<HTMLInputElement>('#words-search')
      if (!search) throw new Error('There is a search.')
      search.value = 'you'
      search.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - began
    })
    expect(took).toBeLessThan(1_000)
  })
})
