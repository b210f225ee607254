import { createHash } from 'node:crypto'
import { type Entries, type Namespace, namespaces } from './createWords.ts'
import type { ReviewState, WordState } from './wordStates.ts'

/** What is known of one string: the English and the words it was said of, both as hashes, and by whom. */
export interface ReviewEntry {
  /** Of the English that the words were made from. */
  english: string
  /** Of the words themselves: what was signed was these and no others. */
  words: string
  state: ReviewState
  by?: string
  at?: string
}

type ByFile<T> = Partial<Readonly<Record<Namespace, T>>>

/** A language's `review.json`. */
export type Review = ByFile<Readonly<Record<string, ReviewEntry>>>

/** The first 12 hexadecimal digits of the text's SHA-256. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Where one string stands, from nothing but its entry, the present English and the present words. */
export function stateFrom(entry: ReviewEntry | undefined, english: string, words: string | undefined): WordState {
  if (words === undefined || words === '') return 'missing'
  if (entry === undefined || entry.english !== hashOf(english)) return 'stale'
  return entry.words === hashOf(words) ? entry.state : 'draft'
}

export interface ReviewFault {
  file: Namespace
  key: string
  fault: 'no-entry' | 'no-string' | 'other-words' | 'signed-by-nobody'
}

/** Where a language's `review.json` and its words have parted. That an entry is stale is no fault: it is what it is for. */
export function reviewFaults(review: Review, words: ByFile<Entries>): ReviewFault[] {
  return namespaces.flatMap(file => {
    const entries = review[file] ?? {}
    const texts = words[file] ?? {}
    return [...new Set([...Object.keys(texts), ...Object.keys(entries)])].flatMap((key): ReviewFault[] => {
      const entry = entries[key]
      const text = texts[key]
      if (entry === undefined) return [{ file, key, fault: 'no-entry' }]
      if (text === undefined) return [{ file, key, fault: 'no-string' }]
      const isSigned = entry.state !== 'signed' || (Boolean(entry.by) && Boolean(entry.at))
      return [
        ...(entry.words === hashOf(text) ? [] : [{ file, key, fault: 'other-words' as const }]),
        ...(isSigned ? [] : [{ file, key, fault: 'signed-by-nobody' as const }]),
      ]
    })
  })
}

/**
 * The same review with a draft of the present English for each string that had no entry, whose words have become others,
 * or that `isAgain`. What is stale and has the words it had stays stale: nobody has looked at it beside the new English.
 */
export function drafted(
  review: Review,
  words: ByFile<Entries>,
  english: ByFile<Entries>,
  isAgain: (file: Namespace, key: string) => boolean = () => false,
): Review {
  const of = (file: Namespace) =>
    Object.entries(english[file] ?? {}).flatMap(([key, source]): [string, ReviewEntry][] => {
      const text = words[file]?.[key]
      if (text === undefined) return []
      const entry = review[file]?.[key]
      const isKept = entry?.words === hashOf(text) && !isAgain(file, key)
      return [[key, entry && isKept ? entry : { english: hashOf(source), words: hashOf(text), state: 'draft' }]]
    })
  return Object.fromEntries(
    namespaces.filter(file => words[file] !== undefined).map(file => [file, Object.fromEntries(of(file))]),
  )
}

/** As it is kept: one line for each key, so that a change of one string is one line. */
export function reviewText(review: Review): string {
  const files = Object.entries(review).map(([file, entries]) => {
    const lines = Object.entries(entries).map(([key, entry]) => `    ${JSON.stringify(key)}: ${spaced(entry)}`)
    return `  ${JSON.stringify(file)}: {\n${lines.join(',\n')}\n  }`
  })
  return files.length === 0 ? '{}\n' : `{\n${files.join(',\n')}\n}\n`
}

const spaced = ({ english, words, state, by, at }: ReviewEntry) =>
  `{ ${Object.entries({ english, words, state, by, at })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(', ')} }`
