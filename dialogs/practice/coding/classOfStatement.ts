import { matches } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import { type As, type SentenceCode, suggested } from './classOfSentence.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'
import { startsIn, tagIn } from './partsOf.ts'
import type { Told } from './toldIn.ts'
import { toldAmong, untoldIn } from './untoldIn.ts'

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
    ({ kind }) => kind === 'place' || suggested.has(kind),
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
    const isOnlyHeard = tag !== undefined && words.at(-1)?.ends !== '?' && lists.yeah.has(words[tag]?.text ?? '')
    return isAsked && !isOfMe && !isOnlyHeard
      ? as('option-posing', 'said-to-be-confirmed', words)
      : as('other', 'statement', words)
  }
  const isLabelled = taken?.kind === 'label' && lists.subjects.has(first)
  if (isLabelled) return as('suggestive', 'untold-label', [taken.word])
  const mayBe = said.findIndex(({ text }) => lists.modals.has(text))
  if (!isAsked && mayBe >= 0 && !lists.been.has(said[mayBe + 1]?.text ?? '')) return as('other', 'statement', words)
  if (taken) return as('suggestive', `untold-${taken.kind}`, [taken.word])
  const isTold = toldAmong(said, told, lexicon).length > 0
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

const shortestClause = 3

/** The statement itself: without its tag, and only the last of its clauses where it has one. */
function taggedIn(words: readonly Word[], tag: number | undefined, lexicon: CodingLexicon): readonly Word[] {
  const from = startsIn(words, lexicon).findLast(at => at < (tag ?? 0))
  const last = tag === undefined ? [] : words.slice(from, tag)
  return last.length >= shortestClause ? last : words.slice(0, tag)
}

const isBlame = (words: readonly Word[], { flags }: CodingLexicon) =>
  matches(flags, words).some(({ value }) => value === 'victim-blaming')

const longestName = 4

/** The word by which somebody else is said to have told or seen something of the child: "Kenzie's mum saw you". */
function hearsayIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word | undefined {
  const { lists } = lexicon
  const at = words.findIndex(({ text }) => lists.reports.has(text))
  const before = words.slice(0, at)
  const after = words.slice(at + 1, at + 3)
  const isOther = before.some(word => !lists.pronouns.has(word.text) && isPerson(word, lexicon))
  const isOfThem = after.some(({ text }) => lists.yours.has(text) || lists.me.has(text) || lists.pronouns.has(text))
  const isTold = told.has(words[at]?.text ?? '')
  return at > 0 && before.length <= longestName && isOther && isOfThem && !isTold ? words[at] : undefined
}
