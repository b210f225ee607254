import { type Match, matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import type { Because, Utterance } from './codeQuestion.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isRepeated } from './isRepeated.ts'
import type { QuestionFlag } from './questionClasses.ts'
import { questionsIn } from './questionsIn.ts'
import type { Told } from './toldIn.ts'
import { labelsIn } from './untoldIn.ts'

/** A flag, and why. */
export interface FlagCode extends Because {
  code: QuestionFlag
}

/** More words than this are more than a child holds until the end of them. NB: an assumption; nothing was found that measures it. */
const mostWords = 30

/** What makes it harder to answer, by the words it is said in and what was said and asked before. */
export function flagsOf(utterance: Utterance, words: readonly Word[], told: Told, lexicon: CodingLexicon): FlagCode[] {
  const { question } = utterance
  const as = (code: QuestionFlag, rule: string, of: readonly Word[]): FlagCode => ({
    code,
    rule,
    words: question.slice(of[0]?.start, of.at(-1)?.end),
  })
  const [label] = labelsIn(words, told, lexicon)
  const questions = questionsIn(words, question, lexicon)
  return [
    ...wordedIn(words, told, lexicon).map(({ value, at }) =>
      as(
        value,
        'words',
        at.flatMap(each => words[each] ?? []),
      ),
    ),
    ...(label ? [as('first-use-label', 'label-untold', [label])] : []),
    ...(questions.length > 1 ? [as('multiple', 'questions', questions)] : []),
    ...(words.length > mostWords ? [as('too-long', 'words', words)] : []),
    ...(isRepeated(utterance, words, lexicon) ? [as('repeated', 'asked-before', words)] : []),
  ]
}

/** Flags that go by words alone. */
function wordedIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Match<QuestionFlag>[] {
  const rules = matches(lexicon.rules, words)
  const isHonest = rules.some(({ value }) => value.rule === limits)
  const rewards = rules.filter(({ value }) => value.rule === reward)
  const worded = matches(lexicon.flags, words).filter(({ value, at }) => {
    if (value === 'secrecy-promise') return !isHonest
    return !ofTheirOwn.has(value) || !at.every(each => told.says(words[each]?.text ?? ''))
  })
  return [...worded, ...rewards.map(({ at }) => ({ value: 'contingent-praise' as const, at }))]
}

/** Rules of the lexicon that say more than the class: the honest line about limits, and a reward held out. */
const limits = 'limits-of-secrecy'
const reward = 'reward-for-telling'

/** Nothing to be flagged where the child put it so itself. */
const ofTheirOwn: ReadonlySet<QuestionFlag> = new Set<QuestionFlag>(['jargon', 'presumes-volition'])
