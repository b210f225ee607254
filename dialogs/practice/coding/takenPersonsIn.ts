import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { isPerson } from './isPerson.ts'
import type { Told } from './toldIn.ts'

/** Persons spoken of as known whom the child has not told of: "Ruby's brother", "his mates", "that lad". */
export function takenPersonsIn(words: readonly Word[], told: Told, lexicon: CodingLexicon): Word[] {
  const { lists, vocabulary, lemmaOf } = lexicon
  const isOfThen = words.some(({ text }) => lists.past.has(text))
  return words.filter((word, at) => {
    const owner = words[lists.adjectives.has(words[at - 1]?.text ?? '') ? at - 2 : at - 1]
    if (owner?.ends !== '' || !vocabulary.persons.has(lemmaOf(word.text))) return false
    if (lists.function.has(word.text) || lists.pronouns.has(word.text) || told.names(word.text)) return false
    const isTheirs = isOwner(owner, lexicon)
    const isOfNobody = lists.yours.has(owner.text) && lists.mates.has(lemmaOf(word.text)) && isOfThen
    return isTheirs || isOfNobody || lists.theirs.has(owner.text)
  })
}

/** Whether somebody is spoken of as whose something is: "Ruby's". */
export const isOwner = (word: Word, lexicon: CodingLexicon) =>
  word.end - word.start > word.text.length && isPerson(word, lexicon)
