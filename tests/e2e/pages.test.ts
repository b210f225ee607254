import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudoLanguage, pseudoWords } from '../support/pseudoLocale.ts'
import { beginAs, type ConsoleUnderTest, goTo, patiently, question, saved, startConsole } from './consoleUnderTest.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

describe('every page', () => {
  it.each(['light', 'dark'] as const)('has nothing for axe to find, in %s', async colorScheme => {
    const page = await console.at('interviewer', { colorScheme, bypassCSP: true })
    const found: string[] = []
    const look = async (where: string) =>
      found.push(...(await faultsIn(page, colorScheme)).map(fault => `${where}: ${fault}`))
    await page.goto('/')
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    await look('who')
    await page.goto('/interviews')
    await page.getByText('Example Finch').waitFor()
    await look('list')
    await page.goto('/interviews/begin')
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor()
    await look('begin')
    const path = await beginAs(page, 'Example Siskin')
    await look('choices')
    for (const topic of [
      'This time',
      'What was going on before',
      'How safe it was',
      'Asked plainly',
      'What happened',
    ]) {
      await goTo(page, topic)
      await look(topic)
    }
    await goTo(page, 'What was going on before')
    await page
      .getByLabel('What they said, in their words')
      .fill('There was a row with mum and I was bullied at school.')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByText('Did you hear this?').waitFor()
    await look('heard')
    await page.getByRole('button', { name: 'Keep Bullying' }).click()
    await page.getByRole('button', { name: 'Family break-up' }).first().click()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: /^Change Tell me what was/ }).click()
    await look('record being changed')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Concern', exact: true }).click()
    await page.getByRole('heading', { name: 'What is the concern?' }).waitFor()
    await look('concern')
    for (let left = 5; left > 0; left--) {
      const now = await question(page).textContent()
      await page.getByRole('button', { name: 'Skip for now' }).click()
      await expect.poll(() => question(page).textContent(), patiently).not.toBe(now)
    }
    await goTo(page, 'Something else first')
    await page.getByText('Pens down').waitFor()
    await look('pens down')
    await page.getByRole('button', { name: 'More' }).click()
    await look('more')
    await page.getByRole('button', { name: 'Take a break' }).click()
    await page.getByText('Your place is kept.').waitFor()
    await look('break')
    await page.goto(`${path}/record`)
    await page.getByRole('heading', { name: 'Not asked' }).waitFor()
    await look('written record')
    expect(found).toEqual([])
  })

  it('has targets of 44 pixels or more in the room', async () => {
    const page = await console.at('interviewer', { viewport: { width: 820, height: 1180 } })
    await beginAs(page, 'Example Redpoll')
    await goTo(page, 'What was going on before')
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, textarea, summary, .govuk-radios__input')]
        .filter(each => each.checkVisibility() && !each.classList.contains('govuk-skip-link'))
        .filter(each => each.getBoundingClientRect().height < 43.5)
        .map(each => each.textContent),
    )
    expect(small).toEqual([])
  })

  it('comes in right-to-left when its language does', async () => {
    const page = await console.at('interviewer')
    await inPseudoLanguage(page)
    await page.goto('/interviews')
    await page.locator('.interviews').waitFor()
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
      'rtl',
      pseudoLanguage,
    ])
    await page.locator('.interviews__name', { hasText: 'Example Wren' }).click()
    await question(page).waitFor()
    // The talk itself is in English still, and reads its own way.
    expect(await question(page).getAttribute('dir')).toBe('ltr')
    const [now, side] = await Promise.all([
      page.locator('.bar__who').boundingBox(),
      page.locator('.bar__actions').boundingBox(),
    ])
    expect(now?.x).toBeGreaterThan(side?.x ?? Number.POSITIVE_INFINITY)
    const across = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    )
    expect(across).toBe(true)
  })
})

describe('the room', () => {
  it('has nowhere to write while pens are down', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Linnet')
    await goTo(page, 'Something else first')
    await page.getByText('Pens down').waitFor()
    expect(await page.locator('textarea, input').count()).toBe(0)
    expect(await page.locator('.room__side').count()).toBe(0)
  })

  it('is covered at once by a button or by Escape twice, stays covered through a reload, and comes back as it was', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Knot')
    await goTo(page, 'What was going on before')
    await page.getByLabel('What they said, in their words').fill('kept under the cover')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const nothingSeen = async () => {
      expect((await page.locator('body').innerText()).split(/\s*\n\s*/)).toEqual(['Take your time.', 'Come back'])
      await expect.poll(() => page.title(), patiently).toBe('Covered')
    }
    await page.getByRole('button', { name: 'Come back' }).waitFor()
    await nothingSeen()
    await page.reload()
    await page.getByRole('button', { name: 'Come back' }).waitFor()
    await nothingSeen()
    await page.getByRole('button', { name: 'Come back' }).click()
    await expect.poll(() => page.getByLabel('What they said, in their words').inputValue()).toBe('kept under the cover')
  })

  it('can be worked by the keyboard alone', async () => {
    const page = await console.at('interviewer')
    await beginAs(page, 'Example Teal')
    await goTo(page, 'What was going on before')
    await page.getByLabel('What they said, in their words').focus()
    await page.keyboard.type('typed')
    await page.keyboard.press('Control+Enter')
    await page.locator('.kept').getByText('typed').waitFor()
    await saved(page)
  })

  it('loads 90 kB of script or less', async () => {
    const page = await console.at('interviewer')
    const path = await beginAs(page, 'Example Avocet')
    const fresh = await console.at('interviewer')
    const sizes: Promise<number>[] = []
    fresh.on('response', response => {
      if (new URL(response.url()).pathname.endsWith('.js')) {
        sizes.push(response.body().then(body => gzipSync(body).length))
      }
    })
    await fresh.goto(path)
    await question(fresh).waitFor()
    await saved(fresh)
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total).toBeGreaterThan(30_000)
    expect(total).toBeLessThanOrEqual(90_000)
  })
})

/** In the dark only the colours are others. */
async function faultsIn(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(
    async only => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const { violations } = await axe.run({ resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`))
    },
    colorScheme === 'dark' ? ['color-contrast'] : undefined,
  )
}

/** Gives the page's browser a language the server has no files for. */
async function inPseudoLanguage(page: Page): Promise<void> {
  const folder = new URL('../../locales/en/', import.meta.url)
  const context = page.context()
  await context.route('**/api/session', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), languages: ['en', pseudoLanguage] } })
  })
  await context.route(`**/locales/${pseudoLanguage}/*.json`, route => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    return route.fulfill({ json: pseudoWords(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))) })
  })
  await page.addInitScript(
    preferences => localStorage.setItem('preferences', preferences),
    JSON.stringify({ theme: 'device', large: false, language: pseudoLanguage, covered: false }),
  )
}
