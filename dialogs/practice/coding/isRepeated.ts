import { matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import type { Utterance } from './codeQuestion.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { sentencesOf } from './sentencesOf.ts'

/** How many of the words of the shorter question must be in the other. NB: an assumption, tried on labelled utterances. */
const leastShared = 0.75
const leastOfLonger = 0.33

/** Whether this asks or doubts once more what was asked and answered before. */
export function isRepeated({ said, asked = [] }: Utterance, words: readonly Word[], lexicon: CodingLexicon): boolean {
  if (asked.length === 0 || /\?\s*$/.test(said.at(-1) ?? '')) return false
  if (matches(lexicon.doubting, words).length > 0) return true
  const isFinal = said.some(each => matches(lexicon.final, wordsOf(each, lexicon.spellings)).length > 0)
  if (!isFinal && words.some(({ text }) => lexicon.lists.further.has(text))) return false
  const before = asked
    .flatMap(each => sentencesOf(wordsOf(each, lexicon.spellings)))
    .map(each => askedIn(each, lexicon))
  return sentencesOf(words)
    .map(sentence => askedIn(sentence, lexicon))
    .some(own => before.some(other => isTheSame(own, other, lexicon)))
}

/** What a question asks about, in lemmas: "something" is "anything" put again. */
const askedIn = (words: readonly Word[], { lists, lemmaOf }: CodingLexicon): string[] => [
  ...new Set(
    words
      .filter(({ text }) => !lists.plainAsking.has(text))
      .map(({ text }) => lemmaOf(text.replace(/^some(?=.)/, 'any'))),
  ),
]

function isTheSame(own: readonly string[], other: readonly string[], { same }: CodingLexicon): boolean {
  const isIn = (word: string) => other.some(each => each === word || same.get(word)?.has(each) === true)
  const both = own.filter(isIn).length
  const [shorter, longer] = [Math.min(own.length, other.length), Math.max(own.length, other.length)]
  return both > 0 && both / shorter >= leastShared && both / longer >= leastOfLonger
}
