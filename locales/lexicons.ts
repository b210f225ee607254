import { readFileSync } from 'node:fs'
import { type Lexicon, lexiconFrom } from '../dialogs/hearing/lexicon.ts'
import { LexiconWords } from '../dialogs/hearing/lexiconWords.ts'

/** What accounts in a language are heard by; undefined where they are not heard yet. Each is made once, at first need. */
export function createLexicons(languages: readonly string[]): (language: string) => Lexicon | undefined {
  const made = new Map<string, Lexicon | undefined>()
  return language => {
    if (!languages.includes(language)) return undefined
    if (!made.has(language)) made.set(language, lexiconIn(new URL(`${language}/hearing.json`, import.meta.url)))
    return made.get(language)
  }
}

function lexiconIn(file: URL): Lexicon | undefined {
  try {
    return lexiconFrom(LexiconWords.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
