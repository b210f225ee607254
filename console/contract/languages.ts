import { z } from 'zod'
import type { WordFault } from '../../locales/languageFaults.ts'
import type { Progress, WordState } from '../../locales/wordStates.ts'
import type { ReviewedWord } from '../records/words/createWordReviews.ts'
import type { Person } from './people.ts'

/** `GET /locales/<language>/review.json`: for anyone. Keys as `guide:prompt/...`; what is in none of them is a draft. */
export interface ReviewedKeys {
  checked: readonly string[]
  signed: readonly string[]
  stale: readonly string[]
}

/** `GET /api/languages`: how far each language has come. */
export interface LanguagesResponse {
  languages: readonly { language: string; progress: Progress }[]
}

/** A string as it stands, for who asks. */
export interface WordLine extends Omit<ReviewedWord, 'writer'> {
  /** Of the English, to be sent back with what is done. */
  hash: string
  /** Whether whoever asks wrote the present words, and so cannot sign them. */
  yours: boolean
}

/** `GET /api/languages/<language>`: every string, in the order of the English. */
export interface LanguageResponse {
  lines: readonly WordLine[]
  /** Who is named in them, by id. */
  people: Readonly<Record<string, Pick<Person, 'role' | 'name'>>>
}

const WordFile = z.enum(['guide', 'script', 'bot', 'console'])

const WordKey = z.string().min(1).max(200)

const WordHash = z.string().regex(/^[0-9a-f]{12}$/)

/** `GET /api/languages/<language>/history?<query>`: what was done to one string here, newest first. */
export const WordHistoryQuery = z.strictObject({ file: WordFile, key: WordKey })

export interface WordHistoryResponse {
  changes: readonly {
    number: number
    at: string
    by: string
    text: string
    state: 'draft' | 'checked' | 'signed' | 'stale'
    note: string
    backTranslation: string
    /** Made for the English as it is now. */
    isPresent: boolean
  }[]
  people: LanguageResponse['people']
}

/** `POST /api/languages/<language>/words`: save, check or sign one string. Answered with a `WordActed`, or a `WordRefusal`. */
export const ActOnWord = z.strictObject({
  do: z.enum(['save', 'check', 'sign']),
  file: WordFile,
  key: WordKey,
  english: WordHash.describe('Of the English that was on the screen.'),
  seen: z.int().min(0).describe('Number of the newest change that was on the screen.'),
  text: z.string().max(5_000),
  note: z.string().max(2_000),
  backTranslation: z.string().max(5_000),
})
export type ActOnWord = z.infer<typeof ActOnWord>

export interface WordActed {
  line: WordLine
  people: LanguageResponse['people']
}

/** Why the words did not change. Each is a key of the words shown. */
export type WordProblem =
  | 'bad-request'
  | 'unknown-words'
  | 'changed-meanwhile'
  | 'own-words'
  | 'faulty-words'
  | 'not-xliff'
  | 'other-language'

export interface WordRefusal {
  error: string
  problem: WordProblem
  /** With `changed-meanwhile`: the string as it stands. */
  now?: WordActed
}

/**
 * `POST /api/languages/<language>/import`: what a file of XLIFF would change; with the `digest` of that answer it is kept.
 * Answered with an `ImportPreview`, or an `ImportDone`. `GET /api/languages/<language>/export` gives such a file.
 */
export const ImportWords = z.strictObject({
  xliff: z.string().min(1),
  digest: z.string().length(64).optional(),
})
export type ImportWords = z.infer<typeof ImportWords>

/** Of characters of XLIFF: some three times what the language with the most strings takes. */
export const longestXliff = 4_000_000

export interface ImportPreview {
  digest: string
  changed: readonly { file: string; key: string; text: string; before: string; state: WordState }[]
  same: number
  otherEnglish: readonly { file: string; key: string }[]
  faulty: readonly { file: string; key: string; faults: readonly WordFault[] }[]
  unknown: readonly string[]
}

export interface ImportDone {
  kept: number
}
