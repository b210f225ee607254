import { matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import { classOfSentence, type SentenceCode } from './classOfSentence.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { type FlagCode, flagsOf } from './flagsOf.ts'
import { isPerson } from './isPerson.ts'
import { wasAnswered } from './isRepeated.ts'
import type { QuestionClass, QuestionFlag } from './questionClasses.ts'
import { sentencesOf } from './sentencesOf.ts'
import { cuesAmong, toldAmong } from './toldAmong.ts'
import { mayStandFor, type Told, toldIn } from './toldIn.ts'

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
  const words = wordsOf(utterance.question, lexicon.spellings).map(drawled)
  const told = alsoNamedIn(words, toldIn(utterance.said, lexicon), lexicon)
  const sentences = sentencesOf(words).map(sentence => classOfSentence(sentence, told, lexicon, utterance))
  const found = flagsOf(utterance, words, told, lexicon)
  const code = raised(sentences, found, words, told, lexicon)
  // Thanks, and what is explained, ask nothing again.
  const isAsking = code !== undefined && (code.code === 'suggestive' || asks.includes(code.code))
  const again =
    code && doubtsAgain.has(code.rule) && wasAnswered(utterance) ? [{ ...code, code: 'repeated' as const }] : []
  const flags = [...found.filter(flag => flag.code !== 'repeated' || isAsking), ...again]
  return {
    class: code?.code ?? 'other',
    flags: [...new Set(flags.map(each => each.code))],
    because: [...(code ? [code] : []), ...flags],
  }
}

/** Rules by which what was answered is put once more. */
const doubtsAgain: ReadonlySet<string> = new Set(['doubts-what-was-told', 'denied-before'])

/** "Sooo" is "so". */
const drawled = (word: Word): Word => ({ ...word, text: word.text.replace(/(.)\1{2,}/gu, '$1') })

function chosenOf(sentences: readonly SentenceCode[]): SentenceCode | undefined {
  return (
    sentences.find(({ code }) => code === 'suggestive') ??
    sentences.findLast(({ code }) => asks.includes(code)) ??
    sentences.find(({ code }) => code === 'supportive') ??
    sentences.find(({ code, rule }) => code === 'other' && rule === greetings) ??
    sentences.find(({ code, rule }) => code === 'facilitator' && rule !== 'acknowledgement') ??
    sentences.find(({ code }) => code === 'other') ??
    sentences[0]
  )
}

/** A pronoun may also stand for somebody who was named earlier in the same breath: "Your dad rang. What did he say?" */
function alsoNamedIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Told {
  const { pronouns } = lexicon.lists
  const persons = sentencesOf(words)
    .slice(0, -1)
    .flat()
    .filter(word => !pronouns.has(word.text) && isPerson(word, lexicon))
  return {
    ...told,
    knowsWho: pronoun => told.knowsWho(pronoun) || (persons.length > 0 && mayStandFor(pronoun, persons, lexicon)),
  }
}

/** What only the whole shows: praise or a promise that stands alone, and what was told being named a sentence before it is asked about. */
function raised(
  sentences: readonly SentenceCode[],
  flags: readonly FlagCode[],
  words: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
): SentenceCode | undefined {
  const chosen = chosenOf(sentences)
  if (!chosen) return undefined
  const isRule = sentences.some(({ rule }) => rule === rulesOfTheTalk)
  const isIdle =
    chosen.code === 'other' ||
    chosen.rule === 'said-to-be-confirmed' ||
    (chosen.code === 'facilitator' && chosen.rule !== 'encouragement')
  const praise = flags.find(({ code }) => code === 'contingent-praise')
  if (praise && isIdle && !isRule) return { ...praise, code: 'suggestive', rule: 'praise-for-what-was-told' }
  const promise = flags.find(({ code }) => code === 'secrecy-promise')
  if (promise && isIdle) return { ...promise, code: 'other', rule: 'promise-of-secrecy' }
  const isEchoed = sentences.some(({ rule }) => rule === 'echo')
  return isAboutToldBefore(chosen, isEchoed, words, told, lexicon)
    ? { ...chosen, code: 'cued-invitation', rule: `${chosen.rule}-told` }
    : chosen
}

/** Whether what is asked openly was named in the sentence before: "You were at the park. Tell me everything." */
function isAboutToldBefore(
  { code }: SentenceCode,
  isEchoed: boolean,
  words: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
): boolean {
  if (code !== 'invitation' || words.some(({ text }) => lexicon.lists.next.has(text))) return false
  if (isEchoed) return true
  return sentencesOf(words).some((sentence, at, all) => {
    const among = at < all.length - 1 ? toldAmong : cuesAmong
    const named = among(sentence, told, lexicon).length
    return named > 1 || (named > 0 && matches(lexicon.earlier, sentence).length > 0)
  })
}

const greetings = 'nothing-but-these-words'
const rulesOfTheTalk = 'how-the-talk-goes'

const asks: readonly QuestionClass[] = ['invitation', 'cued-invitation', 'directive', 'option-posing']
