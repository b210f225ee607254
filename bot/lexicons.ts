import { existsSync, readFileSync } from 'node:fs'
import { type Lexicon, lexiconFrom } from '../dialogs/hearing/lexicon.ts'
import { LexiconWords } from '../dialogs/hearing/lexiconWords.ts'

/** What accounts are heard by in each of these languages that can be heard yet. Read and made ready once. */
export function readLexicons(languages: readonly string[]): (language: string) => Lexicon | undefined {
  const lexicons = new Map(languages.flatMap(language => lexiconIn(language).map(lexicon => [language, lexicon])))
  return language => lexicons.get(language)
}

function lexiconIn(language: string): Lexicon[] {
  const file = new URL(`../locales/${language}/hearing.json`, import.meta.url)
  return existsSync(file) ? [lexiconFrom(LexiconWords.parse(JSON.parse(readFileSync(file, 'utf8'))))] : []
}
