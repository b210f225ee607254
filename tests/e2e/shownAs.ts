import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page, Route } from 'playwright-core'
import { pseudoLanguage, pseudoWords } from '../support/pseudoLocale.ts'

/** To be added to a page before it is opened. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds in the page as it is now. */
export async function faultsIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`))
  })
}

/** What axe finds in the page as it is now, in light and in dark: the same page, shown twice. */
async function faultsInBoth(page: Page): Promise<string[]> {
  const light = await faultsIn(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsIn(page)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map(fault => `dark, ${fault}`)]
}

/** How the pages are gone through: as they are usually shown, in both colours; with large words; from right to left. */
export const walks: readonly { shown: string; as?: Partial<ShownAs>; look: typeof faultsIn }[] = [
  { shown: 'light and dark', look: faultsInBoth },
  { shown: 'large words', as: { large: true }, look: faultsIn },
  { shown: 'right-to-left', as: { language: pseudoLanguage, words: words => words }, look: faultsIn },
]

/** A file of the pseudo language, made of the English one. Nobody has reviewed it. */
export function pseudoFile(route: Route, words = pseudoWords): Promise<void> {
  const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
  if (file === 'review.json') return route.fulfill({ json: { checked: [], signed: [], stale: [] } })
  const english = readFileSync(new URL(`../../locales/en/${file}`, import.meta.url), 'utf8')
  return route.fulfill({ json: words(JSON.parse(english)) })
}

export interface ShownAs {
  large: boolean
  /** The pseudo language is one the server has no files for. */
  language: string
  words: typeof pseudoWords
}

/** Sets how the page's browser shows things, from its next page on. */
export async function showAs(page: Page, { large = false, language = 'en', words = pseudoWords }: Partial<ShownAs>) {
  const context = page.context()
  if (language === pseudoLanguage) {
    await context.route('**/api/session', async route => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), languages: ['en', pseudoLanguage] } })
    })
    await context.route(`**/locales/${pseudoLanguage}/*.json`, route => pseudoFile(route, words))
  }
  await page.addInitScript(
    preferences => localStorage.setItem('preferences', preferences),
    JSON.stringify({ theme: 'device', large, language, covered: false }),
  )
}
