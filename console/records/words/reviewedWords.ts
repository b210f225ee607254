import type { Namespace } from '../../../locales/createWords.ts'
import type { ShippedLanguage } from '../../../locales/shippedWords.ts'
import { standingFrom, type WordChange, type WordStanding } from './standingFrom.ts'

/** Which string. */
export interface WordId {
  file: Namespace
  key: string
}

/** One string of a language: its English, and where it stands here. */
export interface ReviewedWord extends WordId, WordStanding {
  english: string
}

/** By its name: each string of a language, in the order of the English, after the changes that were made to it here. */
export function reviewedWords(
  { english: files, words, review }: ShippedLanguage,
  changes: ReadonlyMap<string, readonly WordChange[]>,
): ReadonlyMap<string, ReviewedWord> {
  return new Map(
    idsOf(files).map(({ file, key, english }) => {
      const name = nameOf({ file, key })
      const shipped = { english, text: words[file]?.[key], entry: review[file]?.[key] }
      return [name, { file, key, english, ...standingFrom(shipped, changes.get(name) ?? []) }]
    }),
  )
}

export const nameOf = ({ file, key }: Record<keyof WordId, string>) => `${file}:${key}`

const idsOf = (english: ShippedLanguage['english']) =>
  Object.entries(english).flatMap(([file, entries]) =>
    Object.entries(entries).map(([key, text]) => ({ file: file as Namespace, key, english: text })),
  )
