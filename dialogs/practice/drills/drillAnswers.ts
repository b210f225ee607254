import type { Because, Coded, Utterance } from '../coding/codeQuestion.ts'
import { isRecommended, type QuestionClass, type QuestionFlag, questionClasses } from '../coding/questionClasses.ts'
import type { NamingItem, OpeningItem } from './drills.ts'

/** What became of an answer to "name that question". */
export interface NamedQuestion {
  isRight: boolean
  class: QuestionClass
  flags: readonly QuestionFlag[]
  /** Which rule and words say so. */
  because: readonly Because[]
  better?: string
}

/** Whether it was named as it is coded. */
export function namedQuestion(
  { said, asked, question, better, class: wanted, flags }: NamingItem,
  answer: QuestionClass,
  code: (utterance: Utterance) => Coded,
): NamedQuestion {
  const { because } = code({ said, asked, question })
  return { isRight: answer === wanted, class: wanted, flags, because, ...(better === undefined ? {} : { better }) }
}

/** Why an answer to "open it up" does not do yet. */
export type NotOpened = 'nothing-said' | 'same-words' | 'not-recommended' | 'flagged'

/** What became of an answer to "open it up". */
export interface OpenedQuestion {
  isDone: boolean
  /** Every reason that it is not done; none where it is. */
  notYet: readonly NotOpened[]
  /** As the coder has it. Nothing where nothing was said. */
  class?: QuestionClass
  flags: readonly QuestionFlag[]
  because: readonly Because[]
}

/** Whether a question was reworded into one that is recommended and has no flag, as the coder has it. */
export function openedQuestion(
  { said, question }: OpeningItem,
  answer: string,
  code: (utterance: Utterance) => Coded,
): OpenedQuestion {
  if (answer.trim() === '') return { isDone: false, notYet: ['nothing-said'], flags: [], because: [] }
  const coded = code({ said, question: answer })
  const notYet: NotOpened[] = [
    ...(plain(answer) === plain(question) ? (['same-words'] as const) : []),
    ...(isRecommended(coded.class) ? [] : (['not-recommended'] as const)),
    ...(coded.flags.length > 0 ? (['flagged'] as const) : []),
  ]
  return { isDone: notYet.length === 0, notYet, class: coded.class, flags: coded.flags, because: coded.because }
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** How a round of "name that question" went. */
export interface NamingScore {
  right: number
  of: number
  byClass: Readonly<Record<QuestionClass, { right: number; of: number }>>
  /** What was taken for what, the commonest first; only where it was wrong. */
  mixedUp: readonly { class: QuestionClass; takenFor: QuestionClass; times: number }[]
}

/** The score of these answers. */
export function namingScore(answers: readonly { class: QuestionClass; answer: QuestionClass }[]): NamingScore {
  const score = (given: typeof answers) => ({
    right: given.filter(each => each.class === each.answer).length,
    of: given.length,
  })
  const pairs = questionClasses.flatMap(code =>
    questionClasses.map(takenFor => ({
      class: code,
      takenFor,
      times: answers.filter(each => each.class === code && each.answer === takenFor).length,
    })),
  )
  return {
    ...score(answers),
    byClass: Object.fromEntries(
      questionClasses.map(code => [code, score(answers.filter(each => each.class === code))]),
    ) as NamingScore['byClass'],
    mixedUp: pairs.filter(pair => pair.times > 0 && pair.class !== pair.takenFor).toSorted((a, b) => b.times - a.times),
  }
}
