import type { QuestionClass, QuestionFlag } from '../coding/questionClasses.ts'
import type { PracticeMove, PracticeTopic } from '../scenario/terms.ts'

/** What a young person makes of what was said to them. */
export interface Heard {
  coded: { class: QuestionClass; flags: readonly QuestionFlag[] }
  /** What it is about, of what any young person may be asked about. */
  topics: readonly PracticeTopic[]
  /** Details that its words ask for. */
  cued: readonly string[]
  /** What did not happen and its words put to them. */
  put: readonly string[]
  moves: readonly PracticeMove[]
  /** Asks for everything: "everything", "from the beginning", "and then". */
  isWide: boolean
  /** "Do you remember": answered as it is asked. */
  isLiteral: boolean
  /** Doubts what they said. */
  isDoubting: boolean
  /** More words in one turn than an interpreter carries over. */
  isTooLongToCarry: boolean
  /** Has an idiom, which an interpreter carries over word by word. */
  hasIdiom: boolean
}

/** Nothing said: the practitioner waits. */
export type Waited = 'waited'

/** Something of this class, with nothing else about it but what is given. */
export const heardAs = (code: QuestionClass, given: Partial<Heard> = {}): Heard => ({
  coded: { class: code, flags: [] },
  topics: [],
  cued: [],
  put: [],
  moves: [],
  isWide: false,
  isLiteral: false,
  isDoubting: false,
  isTooLongToCarry: false,
  hasIdiom: false,
  ...given,
})
