import { type Match, matchesAt } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon, PlacedRule } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'

/** A part of a sentence that a rule fits from its first word on. */
export interface Part {
  /** Where in the sentence it begins. */
  from: number
  words: readonly Word[]
  match: Match<PlacedRule>
}

/** The parts of the sentence that ask, the last first: it is the one a child answers. */
export function partsOf(words: readonly Word[], lexicon: CodingLexicon): Part[] {
  const tag = tagIn(words, lexicon) ?? words.length
  const found: Part[] = []
  for (const from of startsIn(words, lexicon).toReversed()) {
    if (from >= tag || isOtherName(words, from, lexicon)) continue
    const part = afterOpenings(words.slice(from, found.at(-1)?.from), lexicon)
    const match = ruleAt(part, lexicon, at => at === 'clause' || at === 'over' || (from === 0 && at === 'start'))
    const saysWhen = from === 0 ? found.length > 0 : lexicon.lists.subordinating.has(words[from]?.text ?? '')
    if (saysWhen && isSubordinate(part, from === 0, lexicon)) continue
    if (
      !match ||
      (from > 0 ? !match.value.isOrder && isSubordinate(part, from === 0, lexicon) : isWhatTheySay(part, lexicon))
    )
      continue
    const isAsking = match.value.class !== 'other' && match.value.class !== 'facilitator'
    if (isAsking || (from === 0 && found.length === 0)) found.push({ from, words: part, match })
  }
  return found
}

/** "Was it Josh or Perry who had the key?" calls on nobody. */
const isOtherName = (words: readonly Word[], at: number, lexicon: CodingLexicon) =>
  lexicon.lists.or.has(words[at - 1]?.text ?? '') && words[at]?.capital === true && isPerson(words[at], lexicon)

/** Where the parts of a sentence begin: after a pause, and with a word that joins. */
export const startsIn = (words: readonly Word[], { lists }: CodingLexicon): number[] =>
  words.flatMap((_, at) => {
    const before = words[at - 1]
    return !before || before.ends === ',' || lists.joins.has(before.text) ? [at] : []
  })

/** Where a tag begins that the sentence ends with; undefined where it has none, or is nothing else. */
export function tagIn(words: readonly Word[], { tags, lists }: CodingLexicon): number | undefined {
  for (let at = Math.max(1, words.length - 4); at < words.length; at++) {
    const isTag = matchesAt(tags, words, at).some(match => match.at.at(-1) === words.length - 1)
    const isNegative = lists.not.has(words[at + 1]?.text ?? '') && words.length - at === 3
    if (isTag && (words[at - 1]?.ends === ',' || isNegative)) return at
  }
  return undefined
}

/** Without what only opens it, and with "can you tell me" read as "tell me". */
export function afterOpenings(sentence: readonly Word[], lexicon: CodingLexicon): readonly Word[] {
  let words = sentence
  for (;;) {
    const length = longest(matchesAt(lexicon.openings, words, 0))
    const isAsking = longest(matchesAt(lexicon.rules, words, 0).filter(({ value }) => value.at === 'clause')) > length
    if (length === 0 || isAsking) break
    words = words.slice(length)
  }
  if (isCalled(words, lexicon)) words = words.slice(1)
  const request = longest(matchesAt(lexicon.requests, words, 0))
  if (request === 0) return words
  const rest = afterOpenings(words.slice(request), lexicon)
  const match = ruleAt(rest, lexicon, at => at === 'clause')
  // "Can you do you" is a slip; "can you do me a drawing" asks for one.
  const isSlip = lexicon.lists.inverting.has(rest[0]?.text ?? '') && (match?.at.length ?? 0) < 3
  return match?.value.isOrder && !isSlip ? rest : words
}

/** Whether it begins with a name that only calls on whom it is said to: "Tyler can you". */
function isCalled([first, second, third]: readonly Word[], lexicon: CodingLexicon): boolean {
  const { lists, vocabulary, lemmaOf } = lexicon
  if (!first?.capital || first.ends !== '' || !second || !third) return false
  if (lists.function.has(first.text) || lists.wh.has(first.text) || vocabulary.known.has(lemmaOf(first.text)))
    return false
  const isAsked = ruleAt([second, third], lexicon, at => at === 'clause')?.value.isOrder === true
  return isAsked || lists.wh.has(second.text) || (lists.auxiliaries.has(second.text) && lists.you.has(third.text))
}

/** Whether this word alone only opens or acknowledges. */
export const isAcknowledgement = (word: Word, { openings }: CodingLexicon) => matchesAt(openings, [word], 0).length > 0

/** The first rule that fits from the first word on, among those for such a place. */
export function ruleAt(
  words: readonly Word[],
  { rules }: CodingLexicon,
  isFor: (at: PlacedRule['at']) => boolean,
): Match<PlacedRule> | undefined {
  const found = matchesAt(rules, words, 0).filter(({ value }) => isFor(value.at))
  return firstOf(found)
}

/** The match of the rule that stands first. */
export const firstOf = (found: readonly Match<PlacedRule>[]) =>
  found.toSorted((a, b) => a.value.place - b.value.place)[0]

const longest = (found: readonly Match<unknown>[]) => Math.max(0, ...found.map(({ at }) => (at.at(-1) ?? -1) + 1))

/** After a pause, "when you were there" says when; it does not ask. */
function isSubordinate(part: readonly Word[], isFirst: boolean, { lists }: CodingLexicon): boolean {
  const [first, second, third] = part.map(({ text }) => text)
  const isIn = (list: ReadonlySet<string>, text: string | undefined) => text !== undefined && list.has(text)
  if (!isIn(lists.wh, first)) return isIn(lists.wh, second) && !isIn(lists.inverting, third)
  // "Who bought you that" asks: what follows is no subject.
  const hasSubject = [lists.you, lists.us, lists.pronouns, lists.subjects, lists.definite].some(list =>
    isIn(list, second),
  )
  if (isFirst && !isIn(lists.subordinating, first) && !hasSubject && part.length > 2) return false
  return !isIn(lists.inverting, second) && (part.at(-1)?.ends !== '?' || isIn(lists.subordinating, first))
}

const isWhatTheySay = ([first, second]: readonly Word[], { lists }: CodingLexicon) =>
  lists.what.has(first?.text ?? '') && (lists.you.has(second?.text ?? '') || lists.us.has(second?.text ?? ''))
