import { type Match, matches, matchesAt } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import { classOfStatement } from './classOfStatement.ts'
import type { Because, Utterance } from './codeQuestion.ts'
import type { CodingLexicon, PlacedRule } from './codingLexicon.ts'
import { afterOpenings, firstOf, type Part, partsOf, tagIn } from './partsOf.ts'
import type { QuestionClass } from './questionClasses.ts'
import type { Told } from './toldIn.ts'
import { presumesCompany, toldAmong, type Untold, untoldIn } from './untoldIn.ts'

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
  { question }: Pick<Utterance, 'question'>,
): SentenceCode {
  const as: As = (code, rule, of) => {
    const inOrder = of.toSorted((a, b) => a.start - b.start)
    return { code, rule, words: question.slice(inOrder[0]?.start, inOrder.at(-1)?.end) }
  }
  const words = afterOpenings(sentence, lexicon)
  if (words.length === 0) return as('facilitator', 'acknowledgement', sentence)
  if (isEcho(words, told, lexicon)) return as('facilitator', 'echo', words)
  const parts = partsOf(words, lexicon)
  const encouraged = encouragementIn(sentence, words, parts, lexicon)
  if (encouraged) return as('facilitator', encouraged, sentence)
  const anywhere = firstOf(matches(lexicon.rules, words).filter(({ value }) => value.at === 'anywhere'))
  const isAsked = parts.length > 0 || tagIn(words, lexicon) !== undefined
  if (anywhere && anywhere.value.class !== 'open' && (anywhere.value.class !== 'other' || !isAsked)) {
    return as(anywhere.value.class, anywhere.value.rule, wordsAt(words, anywhere))
  }
  const codes = parts.map(part => classOfPart(part, words, told, lexicon, as))
  return codes.find(({ code }) => code === 'suggestive') ?? codes[0] ?? classOfStatement(words, told, lexicon, as)
}

const longestEncouragement = 8

/** The rule by which all of it encourages and asks nothing. */
function encouragementIn(
  sentence: readonly Word[],
  words: readonly Word[],
  parts: readonly Part[],
  lexicon: CodingLexicon,
): string | undefined {
  const isShort = sentence.length <= longestEncouragement && matches(lexicon.facilitating, sentence).length > 0
  if (isShort && !parts.some(({ match }) => asking.has(match.value.class))) return 'encouragement'
  const rule = parts[0]?.match.value
  if (rule?.class !== 'facilitator') return undefined
  const saysMore = matchesAt(lexicon.rules, words, 0).some(({ value }) => value.at === 'anywhere')
  return words.length < 3 || !saysMore ? rule.rule : undefined
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
    const isAboutTold = toldAmong(words, told, lexicon).length > 0 && presumedIn(untold).length === 0
    return isAboutTold ? as('option-posing', rule, of) : as(code, rule, of)
  }
  if (code === 'option-posing') return classOfClosed({ words, match }, sentence, told, lexicon, as)
  if (code !== 'open' && code !== 'directive') return as(code, rule, of)
  const about = toldAmong(code === 'open' ? sentence : words, told, lexicon)
  const isPlain = matches(lexicon.safety, words).length > 0
  const taken = isPlain ? [] : presumedIn({ ...untold, labels: about.length > 0 || told.people ? [] : untold.labels })
  if (taken.length > 0) return as('suggestive', 'taken-for-told', taken)
  if (presumesCompany(words, told, lexicon)) return as('suggestive', 'denied-before', of)
  if (code === 'directive') return as(code, rule, of)
  return about.length > 0 ? as('cued-invitation', `${rule}-told`, about) : as('invitation', rule, of)
}

/** The rule of a closed question about being safe or hurt, asked plainly: it is right to ask, and never marked down. */
export const plainSafetyQuestion = 'plain-safety-question'

/** A yes-or-no question or a choice: it suggests where it brings in what a child is to tell of first. */
function classOfClosed(
  { words, match }: Pick<Part, 'words' | 'match'>,
  sentence: readonly Word[],
  told: Told,
  lexicon: CodingLexicon,
  as: As,
): SentenceCode {
  const { lists } = lexicon
  const isOpen = words.slice(0, 5).some(({ text }) => lists.open.has(text))
  const [plain] = matches(lexicon.safety, words)
  if (plain) return as('option-posing', plainSafetyQuestion, wordsAt(words, plain))
  if (isOpen) return as('option-posing', match.value.rule, wordsAt(words, match))
  const { acts, things, labels, feelings, people, names } = untoldIn(words, told, lexicon)
  const isGiven = (word: Word) => lists.the.has(sentence[sentence.indexOf(word) - 1]?.text ?? '')
  const named = told.people ? labels.filter(isGiven) : labels
  const taken = [...acts, ...things.filter(word => !labels.includes(word)), ...named, ...feelings, ...people, ...names]
  if (taken.length > 0) return as('suggestive', 'untold-in-a-yes-or-no', taken)
  return as('option-posing', match.value.rule, wordsAt(words, match))
}

const presumedIn = ({ people, acts, ownActs, names, things, objects, feelings, labels }: Untold): Word[] => [
  ...names,
  ...ownActs,
  ...people,
  ...acts,
  ...things,
  ...objects,
  ...feelings,
  ...labels,
]

const longestEcho = 9
const longestEchoAsked = 5

/** The last of the child's words again, with nothing added. */
function isEcho(words: readonly Word[], told: Told, lexicon: CodingLexicon): boolean {
  const isAsked = words.at(-1)?.ends === '?'
  if (told.isEmpty || words.length > (isAsked ? longestEchoAsked : longestEcho)) return false
  const content = words.filter(({ text }) => !lexicon.lists.function.has(text))
  const hasHead = matchesAt(lexicon.rules, words, 0).some(({ value }) => value.at !== 'anywhere')
  const isDoubt = matches(lexicon.rules, words).some(({ value }) => value.class === 'suggestive' && value.at === 'anywhere')
  return (
    !hasHead &&
    !isDoubt &&
    tagIn(words, lexicon) === undefined &&
    content.length > 0 &&
    content.every(({ text }) => told.names(text))
  )
}

const wordsAt = (words: readonly Word[], { at }: Match<unknown>) => at.flatMap(each => words[each] ?? [])
