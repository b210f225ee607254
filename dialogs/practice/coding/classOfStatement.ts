import type { Word } from '../../hearing/words.ts'
import type { As, SentenceCode } from './classOfSentence.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { startsIn, tagIn } from './partsOf.ts'
import type { Told } from './toldIn.ts'
import { toldAmong, untoldIn } from './untoldIn.ts'

const longestChoice = 8

/** The class of a sentence that asks by nothing but its sound or its tag, or not at all. */
export function classOfStatement(words: readonly Word[], told: Told, lexicon: CodingLexicon, as: As): SentenceCode {
  const { lists } = lexicon
  const tag = tagIn(words, lexicon)
  const starts = startsIn(words, lexicon).filter(at => at < (tag ?? words.length))
  const said = words.slice(tag === undefined ? 0 : starts.at(-1), tag)
  const first = said[0]?.text ?? ''
  const names = (list: ReadonlySet<string>, among: readonly Word[] = said) => among.some(({ text }) => list.has(text))
  const isOfMe = names(lists.ours)
  const isAsked = tag !== undefined || words.at(-1)?.ends === '?'
  const because = said.find(({ text }) => lists.because.has(text))
  if (because && !isOfMe && names(lists.you, words)) return as('suggestive', 'motive-attributed', [because])
  if (isOfMe || !(names(lists.yours) || names(lists.pronouns)) || lists.pointers.has(first)) {
    return isAsked && !isOfMe ? as('option-posing', 'said-to-be-confirmed', words) : as('other', 'statement', words)
  }
  const { people, names: called, acts, things, feelings, labels } = untoldIn(said, told, lexicon)
  const taken = [...people, ...called, ...acts, ...things, ...feelings, ...labels]
  if (taken.length > 0) return as('suggestive', 'said-to-be-so', taken)
  const isTold = toldAmong(said, told, lexicon).length > 0
  if (tag !== undefined && !isTold && !lists.yeah.has(words[tag]?.text ?? '')) {
    return as('suggestive', 'tag', words.slice(tag))
  }
  if (isAsked) return as('option-posing', 'said-to-be-confirmed', words)
  if (words.length <= longestChoice && names(lists.or, words)) return as('option-posing', 'choice', words)
  return isTold && lists.subjects.has(first)
    ? as('option-posing', 'said-to-be-confirmed', words)
    : as('other', 'statement', words)
}
