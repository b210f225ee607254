import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { publishedGuides } from '../dialogs/guide/guide.ts'
import { spokenKeysOf } from '../dialogs/guide/wordKeys.ts'
import { type Entries, type Namespace, namespaces } from './createWords.ts'
import { wantedWords } from './languageFaults.ts'
import { type Language, languages } from './languages.ts'
import type { Review } from './review.ts'

/** One language's words as this version brings them, beside the English they are made from. */
export interface ShippedLanguage {
  language: Language
  /** Each string it needs, in the order of the English, by file. */
  english: Partial<Readonly<Record<Namespace, Entries>>>
  words: Partial<Readonly<Record<Namespace, Entries>>>
  review: Review
}

export const localesFolder = new URL('.', import.meta.url)

/** Every language other than English that has words here, in the order of `languages`. */
export function readShipped(folder: URL = localesFolder): ShippedLanguage[] {
  const english = wordsIn(folder, 'en')
  const there = new Set(readdirSync(folder))
  return languages
    .filter(({ code }) => code !== 'en' && there.has(code))
    .map(language => ({
      language,
      english: englishFor(language, english),
      words: wordsIn(folder, language.code),
      review: (jsonIn(new URL(`${language.code}/review.json`, folder)) ?? {}) as Review,
    }))
    .filter(({ words }) => Object.keys(words).length > 0)
}

/** What a language has words of its own for: of the guide, where the pages do not speak it, only what is spoken. */
export function englishFor(language: Language, english: ShippedLanguage['words']): ShippedLanguage['english'] {
  const spoken = new Set(publishedGuides.flatMap(spokenKeysOf))
  const { guide = {}, ...others } = english
  const heard = Object.fromEntries(Object.entries(guide).filter(([key]) => spoken.has(key)))
  const needed = language.screen ? { guide, ...others } : { guide: heard, script: others.script ?? {} }
  return Object.fromEntries(Object.entries(needed).map(([file, entries]) => [file, wantedWords(language, entries)]))
}

function wordsIn(folder: URL, code: string): ShippedLanguage['words'] {
  return Object.fromEntries(
    namespaces.flatMap(file => {
      const words = jsonIn(new URL(`${code}/${file}.json`, folder))
      return words === undefined ? [] : [[file, words]]
    }),
  )
}

const jsonIn = (file: URL): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
