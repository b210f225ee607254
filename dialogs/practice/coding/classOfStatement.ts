import { matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import { type As, type SentenceCode, suggested } from './classOfSentence.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'
import { startsIn, tagIn } from './partsOf.ts'
import { toldAmong } from './toldAmong.ts'
import type { Told } from './toldIn.ts'
import { untoldIn } from './untoldIn.ts'

const longestChoice = 8

/** The class of a sentence that asks by nothing but its sound or its tag, or not at all. */
export function classOfStatement(
  words: readonly Word[],
  { isConfirming }: { isConfirming: boolean },
  told: Told,
  lexicon: CodingLexicon,
  as: As,
): SentenceCode {
  const { lists } = lexicon
  const tag = tagIn(words, lexicon)
  const said = taggedIn(words, tag, lexicon)
  const first = said[0]?.text ?? ''
  const names = (list: ReadonlySet<string>) => said.some(({ text }) => list.has(text))
  const isOfMe = names(lists.ours)
  const isOfThem = names(lists.yours) || names(lists.pronouns)
  const isAsked =
    tag !== undefined || words.at(-1)?.ends === '?' || (isConfirming && isOfThem && !isOfMe && !names(lists.modals))
  const because = said.find(({ text }) => lists.because.has(text))
  if (because && !isOfMe && names(lists.you) && !isBlame(words, lexicon)) {
    return as('suggestive', 'motive-attributed', [because])
  }
  const report = hearsayIn(said, told, lexicon)
  if (report) return as('suggestive', 'said-by-others', [report])
  if (isBlame(words, lexicon)) {
    const isPressed =
      isAsked || words.some(({ text }, at) => lists.not.has(text) && lists.you.has(words[at + 1]?.text ?? ''))
    return as(isPressed && !lists.those.has(first) ? 'suggestive' : 'other', 'blame', words)
  }
  const taken = untoldIn(said, { ...told, has: told.tells }, lexicon).find(
    ({ kind }) => kind === 'place' || kind === 'kin' || suggested.has(kind),
  )
  if (isAsked && taken && !isOfMe) return as('suggestive', `untold-${taken.kind}`, [taken.word])
  const isDenied = said.some(({ text }) => told.denies(text) && !lists.function.has(text) && text !== '')
  if (isAsked && isDenied && !isOfMe && !said.some(({ text }) => lists.not.has(text) || lists.negators.has(text))) {
    return as('suggestive', 'denied-before', said)
  }
  if (tag !== undefined && lists.negators.has(first) && !lists.yeah.has(words[tag]?.text ?? '')) {
    return as('suggestive', 'tag', words.slice(tag))
  }
  const isDoneToThem = (taken?.kind === 'act' || taken?.kind === 'doing') && names(lists.you)
  if (isDoneToThem && lists.subjective.has(first) && !names(lists.modals))
    return as('suggestive', 'untold-act', [taken.word])
  if (isOfMe || !isOfThem || lists.pointers.has(first)) {
    const isExpected = tag !== undefined && !isOfMe && isNegated(words.slice(tag), said, lexicon)
    if (isExpected && !isToldIn(said, told, lexicon)) return as('suggestive', 'tag', words.slice(tag))
    const isOnlyHeard =
      !names(lists.you) && tag !== undefined && words.at(-1)?.ends !== '?' && lists.yeah.has(words[tag]?.text ?? '')
    return isAsked && !isOfMe && !isOnlyHeard
      ? as('option-posing', 'said-to-be-confirmed', words)
      : as('other', 'statement', words)
  }
  const isLabelled = taken?.kind === 'label' && lists.subjects.has(first)
  if (isLabelled) return as('suggestive', 'untold-label', [taken.word])
  const denial = denialIn(said, told, lexicon)
  if (denial) return as('suggestive', 'doubts-what-was-told', [denial])
  const mind = lists.you.has(first) ? said.slice(1, 4).find(({ text }) => lists.minds.has(text)) : undefined
  if (mind)
    return told.has(mind.text)
      ? as('option-posing', 'said-to-be-confirmed', words)
      : as('suggestive', 'motive-attributed', [mind])
  const mayBe = said.findIndex(({ text }) => lists.modals.has(text))
  if (!isAsked && mayBe >= 0 && !lists.been.has(said[mayBe + 1]?.text ?? '')) return as('other', 'statement', words)
  if (taken && (isAsked || taken.kind !== 'given')) return as('suggestive', `untold-${taken.kind}`, [taken.word])
  const isTold = isToldIn(said, told, lexicon)
  if (tag !== undefined && !isTold && !lists.yeah.has(words[tag]?.text ?? '')) {
    return as('suggestive', 'tag', words.slice(tag))
  }
  if (isAsked) return as('option-posing', 'said-to-be-confirmed', words)
  if (words.length <= longestChoice && words.some(({ text }) => lists.or.has(text))) {
    return as('option-posing', 'choice', words)
  }
  return isTold && lists.subjects.has(first)
    ? as('option-posing', 'said-to-be-confirmed', words)
    : as('other', 'statement', words)
}

/** What of the child's own telling is said not to be so: "you didn't miss the bus". */
function denialIn(said: readonly Word[], told: Told, { lists, lemmaOf }: CodingLexicon): Word | undefined {
  const not = said.findIndex(({ text }) => lists.not.has(text))
  if (not < 1 || !lists.you.has(said[0]?.text ?? '') || said.some(({ text }) => lists.modals.has(text)))
    return undefined
  const denied = said.slice(not + 1)
  const verb = denied.find(({ text }) => !lists.between.has(text))
  // "You don't like the people" denies no people.
  if (verb && lists.attitudes.has(lemmaOf(verb.text))) return undefined
  return denied.find(({ text }) => !lists.function.has(text) && told.tells(text) && told.says(text))
}

/** Whether the tag turns what is said round, so that one answer is expected: "it was, wasn't it", "it wasn't, was it". */
const isNegated = (tag: readonly Word[], said: readonly Word[], { lists }: CodingLexicon) =>
  lists.auxiliaries.has(tag[0]?.text ?? '') && [tag, said].some(words => words.some(({ text }) => lists.not.has(text)))

/** Whether more than who was there was told, or nothing more is said. */
function isToldIn(said: readonly Word[], told: Told, lexicon: CodingLexicon): boolean {
  const about = toldAmong(said, told, lexicon)
  const isMore = (word: Word) => !isPerson(word, lexicon)
  return (
    about.some(isMore) ||
    (about.length > 0 && !said.some(word => isMore(word) && !lexicon.lists.function.has(word.text)))
  )
}

const shortestClause = 3

/** The statement itself: without its tag, and only the last of its clauses where it has one. */
function taggedIn(words: readonly Word[], tag: number | undefined, lexicon: CodingLexicon): readonly Word[] {
  const from = startsIn(words, lexicon).findLast(at => at < (tag ?? 0))
  const last = tag === undefined ? [] : words.slice(from, tag)
  return last.length >= shortestClause ? last : words.slice(0, tag)
}

const isBlame = (words: readonly Word[], { flags }: CodingLexicon) =>
  matches(flags, words).some(({ value }) => value === 'victim-blaming')

const longestName = 6

/** The word by which somebody else is said to have told or seen something of the child: "Kenzie's mum saw you". */
function hearsayIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word | undefined {
  const { lists } = lexicon
  const at = words.findIndex(({ text }) => lists.reports.has(text))
  const before = words.slice(0, at)
  const after = words.slice(at + 1, at + 3)
  const isOther = before.some(
    word => !lists.pronouns.has(word.text) && !lists.negators.has(word.text) && isPerson(word, lexicon),
  )
  const isOfThem = after.some(({ text }) => lists.yours.has(text) || lists.me.has(text) || lists.pronouns.has(text))
  const isTold = told.has(words[at]?.text ?? '')
  return at > 0 && before.length <= longestName && isOther && isOfThem && !isTold ? words[at] : undefined
}
