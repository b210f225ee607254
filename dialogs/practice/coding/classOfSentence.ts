import { type Match, matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import { classOfStatement } from './classOfStatement.ts'
import type { Because, Utterance } from './codeQuestion.ts'
import type { CodingLexicon, PlacedRule } from './codingLexicon.ts'
import { isEcho } from './isEcho.ts'
import { isPerson } from './isPerson.ts'
import { isStated } from './isStated.ts'
import { afterOpenings, firstOf, isAcknowledgement, type Part, partsOf, ruleAt, startsIn, tagIn } from './partsOf.ts'
import type { QuestionClass } from './questionClasses.ts'
import { cuesAmong, toldAmong } from './toldAmong.ts'
import type { Told } from './toldIn.ts'
import { type Kind, presumesCompany, type Untold, untoldIn } from './untoldIn.ts'

/** The class of one sentence, and why. */
export interface SentenceCode extends Because {
  code: QuestionClass
}

/** Makes the code of a sentence, with the words of it that the rule went by. */
export type As = (code: QuestionClass, rule: string, of: readonly Word[]) => SentenceCode

/** The class of one sentence, by how it is built and by what it takes for told. */
export function classOfSentence(
  sentence: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
  { question, said }: Pick<Utterance, 'question' | 'said'>,
): SentenceCode {
  const as: As = (code, rule, of) => {
    const inOrder = of.toSorted((a, b) => a.start - b.start)
    return { code, rule, words: question.slice(inOrder[0]?.start, inOrder.at(-1)?.end) }
  }
  const words = afterOpenings(sentence, lexicon)
  const whole = wholeOf(sentence, lexicon)
  if (whole) return as(whole, 'nothing-but-these-words', sentence)
  if (words.length === 0) return as('facilitator', 'acknowledgement', sentence)
  const opened = sentence.findIndex(word => !isAcknowledgement(word, lexicon))
  const isConfirming = sentence.slice(0, opened).some(({ text }) => lexicon.lists.confirming.has(text))
  if (isEcho(sentence, said, lexicon, { isConfirming })) return as('facilitator', 'echo', words)
  const over = ruleAt(words, lexicon, at => at === 'over')
  if (over?.value.class === 'other') return as('other', over.value.rule, wordsAt(words, over))
  const parts = partsOf(words, lexicon).filter(
    ({ match }) => !(match.value.unlessStated && isStated(sentence, question)),
  )
  const isAsked = parts.some(({ match }) => asking.has(match.value.class)) || tagIn(words, lexicon) !== undefined
  const anywhere = firstOf(
    matches(lexicon.rules, sentence).filter(
      match =>
        match.value.at === 'anywhere' &&
        !(isAsked && isGentle.has(match.value.class)) &&
        isMeant(match, sentence, told, lexicon),
    ),
  )
  const encouraged = encouragementIn(sentence, words, parts, anywhere !== undefined, lexicon)
  if (encouraged) return as('facilitator', encouraged, sentence)
  if (anywhere && anywhere.value.class !== 'open') {
    return as(anywhere.value.class, anywhere.value.rule, wordsAt(sentence, anywhere))
  }
  const codes = parts.map(part => classOfPart(part, words, told, lexicon, as))
  const [brought] = codes.length > 0 ? untoldMeanwhile(words, told, lexicon) : []
  if (brought) return as('suggestive', `untold-${brought.kind}`, [brought.word])
  return (
    codes.find(({ code }) => code === 'suggestive') ??
    codes[0] ??
    classOfStatement(words, { isConfirming }, told, lexicon, as)
  )
}

/** What it is where it is nothing but a few words, with or without what opens it: "so what else?" */
function wholeOf(sentence: readonly Word[], lexicon: CodingLexicon): QuestionClass | undefined {
  const texts = sentence.map(({ text }) => text)
  const from = texts.findIndex((_, at) => lexicon.wholes.has(texts.slice(at).join(' ')))
  const isOpened = sentence.slice(0, Math.max(0, from)).every(word => isAcknowledgement(word, lexicon))
  return from >= 0 && isOpened ? lexicon.wholes.get(texts.slice(from).join(' ')) : undefined
}

/** Whether "if" stands before: "if you are worried" says of nobody that they are. */
const isSupposed = (words: readonly Word[], at: number, { lists }: CodingLexicon) =>
  words.slice(Math.max(0, at - 2), at).some(({ text }) => lists.supposing.has(text))

/** Whether a rule that fits anywhere fits what is said here. */
function isMeant(
  { value: { rule }, at }: Match<PlacedRule>,
  sentence: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
): boolean {
  const { lists, safety } = lexicon
  if (isSupposed(sentence, at[0] ?? 0, lexicon)) return false
  switch (rule) {
    case 'reward-for-telling':
      // "If you tell me they hurt you I can not keep it" rewards nothing.
      return !lists.not.has(sentence[(at.at(-1) ?? 0) + 1]?.text ?? '')
    case 'doubts-what-was-told':
      // To ask once more whether they are hurt doubts nothing.
      return matches(safety, sentence).length === 0
    case 'feeling-attributed':
      return matches(safety, sentence).length === 0 && !isFeelingTold(sentence, told, lexicon)
    default:
      return true
  }
}

/** Whether the child itself said that it felt so. */
function isFeelingTold(words: readonly Word[], told: Told, { lists, vocabulary, lemmaOf }: CodingLexicon): boolean {
  if (words.some(({ text }) => lists.guessing.has(text))) return false
  const feelings = words.filter(({ text }) => vocabulary.feelings.has(lemmaOf(text)))
  return feelings.length > 0 && feelings.every(({ text }) => told.tells(text))
}

const meanwhile: ReadonlySet<Kind> = new Set<Kind>(['person', 'name', 'act', 'denied'])

/** What is brought in by a clause that says when, before the question: "when he took your phone, what did you do?" */
function untoldMeanwhile(words: readonly Word[], told: Told, lexicon: CodingLexicon): Untold[] {
  const starts = startsIn(words, lexicon)
  return starts.flatMap((from, at) => {
    if (!lexicon.lists.subordinating.has(words[from]?.text ?? '')) return []
    const clause = words.slice(from, starts[at + 1])
    return untoldIn(clause, told, lexicon).filter(({ kind }) => meanwhile.has(kind))
  })
}

/** What a sentence is only where it asks nothing. */
const isGentle: ReadonlySet<string> = new Set<PlacedRule['class']>(['other', 'supportive'])

const longestEncouragement = 8

/** The rule by which all of it encourages and asks nothing. */
function encouragementIn(
  sentence: readonly Word[],
  words: readonly Word[],
  parts: readonly Part[],
  saysMore: boolean,
  lexicon: CodingLexicon,
): string | undefined {
  const isShort = sentence.length <= longestEncouragement && matches(lexicon.facilitating, sentence).length > 0
  if (isShort && !parts.some(({ match }) => asking.has(match.value.class))) return 'encouragement'
  const rule = parts[0]?.match.value
  if (rule?.class !== 'facilitator') return undefined
  return words.length < 4 || !saysMore ? rule.rule : undefined
}

const asking: ReadonlySet<string> = new Set<PlacedRule['class']>(['open', 'directive', 'option-posing'])

function classOfPart(
  { words, match }: Pick<Part, 'words' | 'match'>,
  sentence: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
  as: As,
): SentenceCode {
  const { rule } = match.value
  const isWhole = lexicon.wholes.get(words.map(({ text }) => text).join(' ')) === 'invitation'
  const code = isWhole ? 'open' : match.value.class
  const of = wordsAt(words, match)
  const untold = untoldIn(words, told, lexicon)
  if (code === 'suggestive') {
    const isAboutTold =
      (rule === 'negative-question' && toldAmong(words, told, lexicon).length > 0 && untold.length === 0) ||
      (rule === motiveAttributed && reasonIn(words, lexicon).some(word => isToldMore(word, told, lexicon)))
    return isAboutTold ? as('option-posing', rule, of) : as(code, rule, of)
  }
  if (code === 'option-posing') return classOfClosed({ words, match }, told, lexicon, as)
  if (code !== 'open' && code !== 'directive') return as(code, rule, of)
  const about = cuesAmong(code === 'open' ? sentence : words, told, lexicon)
  const isPlain = matches(lexicon.safety, words).length > 0
  const taken = isPlain ? untold.find(({ kind }) => kind === 'denied') : untold[0]
  if (taken) return as('suggestive', `untold-${taken.kind}`, [taken.word])
  if (presumesCompany(words, told, lexicon)) return as('suggestive', 'denied-before', of)
  if (code === 'directive') return as(code, rule, of)
  const [anaphor] = told.isEmpty ? [] : matches(lexicon.anaphoric, words)
  const cues = [
    ...about,
    // They are asked for the meaning of a word of their own.
    ...(rule === 'what-they-mean' && !told.isEmpty ? of : []),
    ...(anaphor ? wordsAt(words, anaphor) : []),
    ...words.filter(({ text }) => told.isRenamed(text)),
    ...whenTold(sentence, told, lexicon),
  ]
  return cues.length > 0 ? as('cued-invitation', `${rule}-told`, cues) : as('invitation', rule, of)
}

/** Whoever was told of that bounds the time: "when he came back, what happened". */
function whenTold(words: readonly Word[], told: Told, { lists }: CodingLexicon): Word[] {
  return words.filter(
    ({ text }, at) =>
      lists.subjective.has(text) &&
      lists.pronouns.has(text) &&
      lists.subordinating.has(words[at - 1]?.text ?? '') &&
      told.people &&
      told.knowsWho(text),
  )
}

const motiveAttributed = 'motive-attributed'

/** What follows a "because", of what says something; not why the practitioner asks. */
function reasonIn(words: readonly Word[], { lists }: CodingLexicon): readonly Word[] {
  const at = words.findIndex(({ text }, place) => {
    return lists.because.has(text) && !lists.us.has(words[place + 1]?.text ?? '')
  })
  return at < 0 ? [] : words.slice(at + 1).filter(({ text }) => !lists.function.has(text))
}

/** Whether this was told, and is not only who was told of. */
const isToldMore = (word: Word, told: Told, lexicon: CodingLexicon) => !isPerson(word, lexicon) && told.tells(word.text)

/** The rule of a closed question about being safe or hurt, asked plainly: it is right to ask, and never marked down. */
export const plainSafetyQuestion = 'plain-safety-question'

/** A yes-or-no question or a choice: it suggests where it brings in what a child is to tell of first. */
function classOfClosed(
  { words, match }: Pick<Part, 'words' | 'match'>,
  told: Told,
  lexicon: CodingLexicon,
  as: As,
): SentenceCode {
  const { lists } = lexicon
  const isOpen = words.slice(0, 5).some(({ text }) => lists.open.has(text))
  const [plain] = matches(lexicon.safety, words)
  if (plain) return as('option-posing', plainSafetyQuestion, wordsAt(words, plain))
  const isOffer = matches(lexicon.offers, words).length > 0
  const untold = untoldIn(words, { ...told, has: told.tells }, lexicon).filter(
    // "They drove me" has a car, and it can be asked about as known.
    ({ kind, word }) => suggested.has(kind) && !(kind === 'given' && told.has(word.text)),
  )
  const reason = reasonIn(words, lexicon)
  if (reason.some(word => !isPerson(word, lexicon)) && !reason.some(word => isToldMore(word, told, lexicon))) {
    return as('suggestive', motiveAttributed, reason)
  }
  const taken = untold.find(({ kind }) => !isOpen || strangers.has(kind))
  if (taken && !isOffer) return as('suggestive', `untold-${taken.kind}`, [taken.word])
  return as('option-posing', match.value.rule, wordsAt(words, match))
}

/** What a child is to tell of first, also where it is only asked whether it is so. */
export const suggested: ReadonlySet<Kind> = new Set<Kind>([
  'person',
  'name',
  'act',
  'doing',
  'thing',
  'feeling',
  'label',
  'given',
])

/** What an open place does not make open: "did Maz give you anything", where nobody told of Maz. */
const strangers: ReadonlySet<Kind> = new Set<Kind>(['person', 'name', 'doing'])

const wordsAt = (words: readonly Word[], { at }: Match<unknown>) => at.flatMap(each => words[each] ?? [])
