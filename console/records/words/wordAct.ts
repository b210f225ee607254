import { graveFaults, wordFaults } from '../../../locales/languageFaults.ts'
import type { Language } from '../../../locales/languages.ts'
import { hashOf } from '../../../locales/review.ts'
import type { AuditAct } from '../../casework/auditActs.ts'
import type { ReviewedWord, WordId } from './reviewedWords.ts'
import type { WordChange, WordStanding } from './standingFrom.ts'

/** What someone does to one string, and what they saw when they did. */
export interface WordAct extends WordId {
  do: 'save' | 'check' | 'sign'
  /** Hash of the English they saw. */
  english: string
  /** Number of the newest change they saw; 0 for none. */
  seen: number
  text: string
  note: string
  backTranslation: string
}

export type WordProblem = 'unknown-words' | 'changed-meanwhile' | 'own-words' | 'faulty-words'

/** Why this may not be done to a string as it stands; undefined where it may. */
export function problemOf(given: WordAct, word: ReviewedWord, language: Language, by: string): WordProblem | undefined {
  if (given.seen !== word.seen || given.english !== hashOf(word.english)) return 'changed-meanwhile'
  // Checked and signed is what stands: other words are saved first, and seen by whoever signs them.
  if (given.do !== 'save' && given.text !== word.text) return 'changed-meanwhile'
  const faults = wordFaults(language, given.text, word.english)
  if (faults.some(fault => graveFaults.includes(fault))) return 'faulty-words'
  return given.do === 'sign' && word.writer === by ? 'own-words' : undefined
}

/** Other words are a draft again; other notes leave the words what they were. */
export function stateAfter({ do: act, text }: WordAct, word: WordStanding): WordChange['state'] {
  if (act === 'check') return word.state === 'signed' ? 'signed' : 'checked'
  if (act === 'sign') return 'signed'
  return text === word.text && word.state !== 'missing' ? word.state : 'draft'
}

/** What is signed is checked already. */
export function changesNothing(given: WordAct, word: ReviewedWord): boolean {
  const { text, note, backTranslation } = word
  const isSame = given.text === text && given.note === note && given.backTranslation === backTranslation
  return isSame && (given.do === 'save' || stateAfter(given, word) === word.state)
}

/** As it is audited. */
export const auditActOf = {
  save: 'words-corrected',
  check: 'words-checked',
  sign: 'words-signed',
} as const satisfies Record<WordAct['do'], AuditAct>
