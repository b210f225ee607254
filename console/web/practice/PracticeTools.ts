import type { Words } from '../../../locales/translator.ts'

/** What a young person said, as it is put into the account: the English, and how it sounded where somebody interprets. */
export interface TheirWords {
  words: string
  original?: string
}

/** What the guide offers in a practice room besides what it does in a real one. */
export interface PracticeTools {
  /** The guide's words in English: what is said to a simulated young person is read in no other language. */
  english: Words
  /** Puts words where the trainee types what they say. */
  useWords(words: string): void
  /** What the young person said last; nothing before they have said anything. */
  theirLast: TheirWords | undefined
  /** Whether something was said that the server does not have yet. */
  unsent: boolean
  /** Nothing is changed any more. */
  hasEnded: boolean
}
