import { type Match, matches, matchesAt } from '../../hearing/matches.ts'
import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'
import { isAcknowledgement, startsIn, tagIn } from './partsOf.ts'
import type { QuestionFlag } from './questionClasses.ts'
import { sayingOf } from './sayingOf.ts'
import { saysLimits } from './saysLimits.ts'
import { sentencesOf } from './sentencesOf.ts'

/** A flag that goes by words alone, with those words. */
export interface WordedFlag {
  flag: QuestionFlag
  words: readonly Word[]
}

/** The flags by words alone, where these are said of the child and as a fact: "it's your fault", not "none of it is your fault". */
export function wordedFlags(words: readonly Word[], said: readonly string[], lexicon: CodingLexicon): WordedFlag[] {
  const found = sentencesOf(words).flatMap(sentence =>
    matches(lexicon.flags, sentence)
      .filter(match => isMeant(match, sentence, said, lexicon))
      .map(({ value, at }) => ({ flag: value, words: wordsAt(sentence, at) })),
  )
  const isFree: Partial<Record<QuestionFlag, () => boolean>> = {
    'secrecy-promise': () => saysLimits(words, lexicon),
    'contingent-praise': () => matches(lexicon.rules, words).some(({ value }) => value.rule === rulesOfTheTalk),
  }
  const flags = [...new Set(found.map(({ flag }) => flag))].filter(flag => !isFree[flag]?.())
  const rewards = matches(lexicon.rules, words).filter(({ value }) => value.rule === reward)
  return [
    ...found.filter(({ flag }) => flags.includes(flag)),
    ...rewards.map(({ at }) => ({ flag: 'contingent-praise' as const, words: wordsAt(words, at) })),
  ]
}

/** A rule of the lexicon that says more than the class. */
const reward = 'reward-for-telling'

const rulesOfTheTalk = 'how-the-talk-goes'

const wordsAt = (words: readonly Word[], at: readonly number[]) => at.flatMap(each => words[each] ?? [])

function isMeant(
  { value, at }: Match<QuestionFlag>,
  sentence: readonly Word[],
  said: readonly string[],
  lexicon: CodingLexicon,
): boolean {
  const own = wordsAt(sentence, at)
  const [from = 0] = at
  const isOfChild = own.some(({ text }) => lexicon.lists.yours.has(text))
  switch (value) {
    case 'secrecy-promise':
      return !isAsked(sentence, from, lexicon) && matchesAt(lexicon.offTarget, sentence, at.at(-1) ?? from).length === 0
    case 'contingent-praise':
      return !isAsked(sentence, from, lexicon) && !isDenied(sentence, from, lexicon)
    case 'jargon':
      return !isTheirs(own, said, lexicon)
    case 'presumes-volition':
      return (
        !isTheirs(own, said, lexicon) && (isOfChild || !isOfOthers(sentence, from, lexicon)) && !isName(sentence, from)
      )
    case 'victim-blaming':
      return !isDenied(sentence, from, lexicon) && (isOfChild || !isOfOthers(sentence, from, lexicon))
    default:
      return true
  }
}

/** Whether the child put it so, all of it in one sentence. */
const isTheirs = (own: readonly Word[], said: readonly string[], lexicon: CodingLexicon): boolean =>
  said
    .flatMap(each => sayingOf(each, lexicon).sentences)
    .some(sentence => own.every(({ text }) => sentence.has(lexicon.lemmaOf(text))))

/** "Did they give you a drink?" asks; it offers nothing. */
function isAsked(sentence: readonly Word[], at: number, lexicon: CodingLexicon): boolean {
  const { auxiliaries, wh, you, us, subjective } = lexicon.lists
  const from = startsIn(sentence, lexicon).findLast(start => start <= at) ?? 0
  if ((tagIn(sentence, lexicon) ?? 0) > at) return false
  const before = sentence.slice(from, at + 1)
  const head = before.findIndex(word => !isAcknowledgement(word, lexicon))
  if (sentence.at(-1)?.ends === '?') return [auxiliaries, wh].some(list => list.has(sentence[from + head]?.text ?? ''))
  const [first, second] = [sentence[from + head]?.text ?? '', sentence[from + head + 1]?.text ?? '']
  return head >= 0 && auxiliaries.has(first) && [you, us, subjective].some(list => list.has(second))
}

const farthestDenial = 5

/** Whether a negator stands shortly before, in the same breath. "Don't you think" denies nothing. */
function isDenied(sentence: readonly Word[], from: number, { lists }: CodingLexicon): boolean {
  const before = sentence.slice(Math.max(0, from - farthestDenial), from)
  const cut = before.findLastIndex(({ ends }) => ends !== '')
  return before.slice(cut + 1).some(({ text }, at, those) => {
    const isNegator = lists.not.has(text) || lists.negators.has(text)
    return isNegator && !lists.you.has(those[at + 1]?.text ?? '')
  })
}

const farthestSubject = 4

/** Whether somebody other than the child stands nearest before, as whoever does it. */
function isOfOthers(sentence: readonly Word[], from: number, lexicon: CodingLexicon): boolean {
  const { lists } = lexicon
  const before = sentence.slice(Math.max(0, from - farthestSubject), from)
  const cut = before.findLastIndex(({ ends }) => ends !== '')
  const nearest = before.slice(cut + 1).findLast(word => {
    const { text } = word
    const isPronoun = lists.yours.has(text) || lists.us.has(text) || lists.subjective.has(text)
    return isPronoun || (isPerson(word, lexicon) && !lists.wh.has(text))
  })
  return nearest !== undefined && !lists.yours.has(nearest.text)
}

/** "Runaway Helpline" is a name. */
const isName = (sentence: readonly Word[], at: number) => at > 0 && sentence[at]?.capital === true
