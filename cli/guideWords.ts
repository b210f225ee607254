import { existsSync, readFileSync } from 'node:fs'
import type { Words } from '../dialogs/guide/faults.ts'
import { languageCodes } from '../locales/languages.ts'

const folder = new URL('../locales/', import.meta.url)

/** Languages with words of their own, English first. */
export const languagesHere = (): string[] =>
  languageCodes.filter(code => existsSync(new URL(`${code}/guide.json`, folder)))

/** A language's words for the guide as they are kept, with their {{places}} unfilled. */
export function guideWords(language: string): Words {
  return JSON.parse(readFileSync(new URL(`${language}/guide.json`, folder), 'utf8')) as Words
}
