import type { Word } from '../../hearing/words.ts'
import type { Because, Utterance } from './codeQuestion.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isRepeated } from './isRepeated.ts'
import type { QuestionFlag } from './questionClasses.ts'
import { questionsIn } from './questionsIn.ts'
import { sentencesOf } from './sentencesOf.ts'
import type { Told } from './toldIn.ts'
import { labelsIn } from './untoldIn.ts'
import { wordedFlags } from './wordedFlags.ts'

/** A flag, and why. */
export interface FlagCode extends Because {
  code: QuestionFlag
}

/** More words than this in one breath are more than a child holds until the end of them. NB: an assumption; nothing was found that measures it. */
const mostWords = 28

/** What makes it harder to answer, by the words it is said in and what was said and asked before. */
export function flagsOf(utterance: Utterance, words: readonly Word[], told: Told, lexicon: CodingLexicon): FlagCode[] {
  const { question, said } = utterance
  const as = (code: QuestionFlag, rule: string, of: readonly Word[]): FlagCode => ({
    code,
    rule,
    words: question.slice(of[0]?.start, of.at(-1)?.end),
  })
  const [label] = labelsIn(words, told, lexicon)
  const questions = questionsIn(words, question, lexicon)
  const breath = longestBreath(words)
  return [
    ...wordedFlags(words, said, lexicon).map(({ flag, words: of }) => as(flag, 'words', of)),
    ...(label ? [as('first-use-label', 'label-untold', [label])] : []),
    ...(questions.length > 1 ? [as('multiple', 'questions', questions)] : []),
    ...(spokenIn(breath) > mostWords ? [as('too-long', 'words', breath)] : []),
    ...(isRepeated(utterance, words, lexicon) ? [as('repeated', 'asked-before', words)] : []),
  ]
}

/** The sentence with the most words: explanations in short sentences are not too long. */
const longestBreath = (words: readonly Word[]): readonly Word[] =>
  sentencesOf(words).toSorted((a, b) => spokenIn(b) - spokenIn(a))[0] ?? []

/** How many words are said: "didn't" is one. */
const spokenIn = (words: readonly Word[]) => new Set(words.map(({ start }) => start)).size
