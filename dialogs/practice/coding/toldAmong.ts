import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { ownerOf } from './isPerson.ts'
import type { Told } from './toldIn.ts'

/** What in these words the child told of. "That", after "about" or "of", stands for it. */
export function toldAmong(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists } = lexicon
  if (told.isEmpty) return []
  return words.filter((word, at) => {
    const { text } = word
    if (isToldWhen(words, at, told, lexicon)) return true
    if (lists.anaphors.has(text) && lists.ties.has(words[at - 1]?.text ?? '')) return !pointsAtAll(words, at, lexicon)
    return !lists.function.has(text) && (text.length > 1 || /\d/.test(text)) && [text, ownerOf(word)].some(told.names)
  })
}

/** The same, without what any life and any time away has: an open question that names no more is about no part of it. */
export const cuesAmong = (words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] =>
  toldAmong(words, told, lexicon).filter(({ text }) => !lexicon.lists.ordinary.has(text))

/** Whether it stands for all that happened: "all of it", "of this last time". */
const pointsAtAll = (words: readonly Word[], at: number, { lists }: CodingLexicon) =>
  (lists.whole.has(words[at - 2]?.text ?? '') && lists.of.has(words[at - 1]?.text ?? '')) ||
  (lists.definite.has(words[at]?.text ?? '') && lists.ordinary.has(words[at + 1]?.text ?? ''))

/** Whether this verb of a clause that says when was told: "after he told you to get in". */
function isToldWhen(
  words: readonly Word[],
  at: number,
  told: Told,
  { lists, vocabulary, lemmaOf }: CodingLexicon,
): boolean {
  const [when, who, verb] = words.slice(at - 2, at + 1)
  if (!when || !who || !verb || !lists.subordinating.has(when.text) || !lists.pronouns.has(who.text)) return false
  return !lists.undergoing.has(verb.text) && !vocabulary.occasion.has(lemmaOf(verb.text)) && told.says(verb.text)
}
