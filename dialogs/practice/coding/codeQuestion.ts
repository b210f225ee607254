import { matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import { classOfSentence, type SentenceCode } from './classOfSentence.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { type FlagCode, flagsOf } from './flagsOf.ts'
import type { QuestionClass, QuestionFlag } from './questionClasses.ts'
import { sentencesOf } from './sentencesOf.ts'
import { type Told, toldIn } from './toldIn.ts'
import { toldAmong } from './untoldIn.ts'

/** What a practitioner says, and what came before it: the same question is another one after other answers. */
export interface Utterance {
  /** What the child has said so far, oldest first. */
  said: readonly string[]
  question: string
  /** What the practitioner asked before, oldest first. */
  asked?: readonly string[] | undefined
}

/** Why something was coded so: the rule, and the words it went by. */
export interface Because {
  code: QuestionClass | QuestionFlag
  rule: string
  words: string
}

export interface Coded {
  class: QuestionClass
  flags: QuestionFlag[]
  because: Because[]
}

/**
 * The class and flags of what a practitioner says. Where it is several sentences, one that suggests makes all of it suggestive;
 * otherwise the last that asks is what a child answers (Katz and Hershkowitz 2012).
 */
export function codeQuestion(lexicon: CodingLexicon, utterance: Utterance): Coded {
  const told = toldIn(utterance.said, lexicon)
  const words = wordsOf(utterance.question, lexicon.spellings)
  const sentences = sentencesOf(words).map(sentence => classOfSentence(sentence, told, lexicon, utterance))
  const flags = flagsOf(utterance, words, told, lexicon)
  const chosen = chosenOf(sentences)
  const code = raised(chosen, flags, words, told, lexicon)
  return {
    class: code?.code ?? 'other',
    flags: [...new Set(flags.map(each => each.code))],
    because: [...(code ? [code] : []), ...flags],
  }
}

function chosenOf(sentences: readonly SentenceCode[]): SentenceCode | undefined {
  return (
    sentences.find(({ code }) => code === 'suggestive') ??
    sentences.findLast(({ code }) => asks.includes(code)) ??
    sentences.find(({ code }) => code === 'supportive') ??
    sentences.find(({ code, rule }) => code === 'facilitator' && rule !== 'acknowledgement') ??
    sentences.find(({ code }) => code === 'other') ??
    sentences[0]
  )
}

/** What only the whole shows: praise that stands alone for what was told, and what was told being named a sentence before it is asked about. */
function raised(
  chosen: SentenceCode | undefined,
  flags: readonly FlagCode[],
  words: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
): SentenceCode | undefined {
  const praise = flags.find(({ code }) => code === 'contingent-praise')
  if (praise && chosen?.code === 'other') return { ...praise, code: 'suggestive', rule: 'praise-for-what-was-told' }
  const isEarlier = matches(lexicon.earlier, words).length > 0
  const [about] = chosen?.code === 'invitation' && isEarlier ? toldAmong(words, told, lexicon) : []
  return chosen && about ? { ...chosen, code: 'cued-invitation', rule: `${chosen.rule}-told` } : chosen
}

const asks: readonly QuestionClass[] = ['invitation', 'cued-invitation', 'directive', 'option-posing']
