import { type Match, matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import { classOfStatement } from './classOfStatement.ts'
import type { Because, Utterance } from './codeQuestion.ts'
import type { CodingLexicon, PlacedRule } from './codingLexicon.ts'
import { isEcho } from './isEcho.ts'
import { afterOpenings, firstOf, type Part, partsOf, ruleAt, tagIn } from './partsOf.ts'
import type { QuestionClass } from './questionClasses.ts'
import type { Told } from './toldIn.ts'
import { type Kind, presumesCompany, toldAmong, untoldIn } from './untoldIn.ts'

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
  if (words.length === 0) return as('facilitator', 'acknowledgement', sentence)
  const isConfirming = lexicon.lists.confirming.has(sentence[0]?.text ?? '')
  if (!isConfirming && isEcho(sentence, said, lexicon)) return as('facilitator', 'echo', words)
  const over = ruleAt(words, lexicon, at => at === 'over')
  if (over?.value.class === 'other') return as('other', over.value.rule, wordsAt(words, over))
  const parts = partsOf(words, lexicon)
  const isAsked = parts.some(({ match }) => asking.has(match.value.class)) || tagIn(words, lexicon) !== undefined
  const anywhere = firstOf(
    matches(lexicon.rules, sentence).filter(
      ({ value }) => value.at === 'anywhere' && !(isAsked && isGentle.has(value.class)),
    ),
  )
  const encouraged = encouragementIn(sentence, words, parts, anywhere !== undefined, lexicon)
  if (encouraged) return as('facilitator', encouraged, sentence)
  if (anywhere && anywhere.value.class !== 'open') {
    return as(anywhere.value.class, anywhere.value.rule, wordsAt(sentence, anywhere))
  }
  const codes = parts.map(part => classOfPart(part, words, told, lexicon, as))
  return (
    codes.find(({ code }) => code === 'suggestive') ??
    codes[0] ??
    classOfStatement(words, { isConfirming }, told, lexicon, as)
  )
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
  const { class: code, rule } = match.value
  const of = wordsAt(words, match)
  const untold = untoldIn(words, told, lexicon)
  if (code === 'suggestive') {
    const isAboutTold = toldAmong(words, told, lexicon).length > 0 && untold.length === 0
    return isAboutTold ? as('option-posing', rule, of) : as(code, rule, of)
  }
  if (code === 'option-posing') return classOfClosed({ words, match }, told, lexicon, as)
  if (code !== 'open' && code !== 'directive') return as(code, rule, of)
  const about = toldAmong(code === 'open' ? sentence : words, told, lexicon)
  const isPlain = matches(lexicon.safety, words).length > 0
  const [taken] = isPlain ? [] : untold
  if (taken) return as('suggestive', `untold-${taken.kind}`, [taken.word])
  if (presumesCompany(words, told, lexicon)) return as('suggestive', 'denied-before', of)
  if (code === 'directive') return as(code, rule, of)
  const cues = [...about, ...words.filter(({ text }) => told.isRenamed(text))]
  return cues.length > 0 ? as('cued-invitation', `${rule}-told`, cues) : as('invitation', rule, of)
}

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
  const untold = untoldIn(words, { ...told, has: told.tells }, lexicon).filter(({ kind }) => suggested.has(kind))
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
])

/** What an open place does not make open: "did Maz give you anything", where nobody told of Maz. */
const strangers: ReadonlySet<Kind> = new Set<Kind>(['person', 'name', 'doing'])

const wordsAt = (words: readonly Word[], { at }: Match<unknown>) => at.flatMap(each => words[each] ?? [])
