import { readdirSync, readFileSync } from 'node:fs'
import type { Words } from '../dialogs/guide/faults.ts'

const folder = new URL('../locales/', import.meta.url)

/** Languages with words of their own, English first. */
export function languagesHere(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1))
}

/** A language's words for the guide as they are kept, with their {{places}} unfilled. */
export function guideWords(language: string): Words {
  return JSON.parse(readFileSync(new URL(`${language}/guide.json`, folder), 'utf8')) as Words
}
