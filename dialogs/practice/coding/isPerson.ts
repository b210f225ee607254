import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'

/** Whether this word names somebody: a person by what they are, or a name that is neither plain nor known. */
export const isPerson = (word: Word, { lists, vocabulary, lemmaOf }: CodingLexicon) => {
  const { text, capital } = word
  const lemma = lemmaOf(text)
  if (vocabulary.persons.has(lemma) || lists.firstNames.has(ownerOf(word))) return true
  if (capital && isGivenName(text, lists)) return true
  return (
    capital &&
    (text.length > 2 || lists.shortNames.has(text)) &&
    !lists.function.has(text) &&
    !vocabulary.known.has(lemma)
  )
}

/** Whether this is a name although it is a word too. */
export const isGivenName = (text: string, { givenNames, function: plain }: CodingLexicon['lists']) =>
  givenNames.has(text) && !plain.has(text)

/** Of a word with its 's the word alone: "Kofi" of "Kofi's". */
export const ownerOf = ({ text, start, end }: Word) =>
  end - start > text.length && text.endsWith('s') ? text.slice(0, -1) : text

/** "Did Rob hit you": a name that is a word, too. */
export const isCapitalised = (words: readonly Word[], at: number): boolean =>
  words[at]?.capital === true && at > 0 && words[at - 1]?.ends !== '.' && words[at - 1]?.ends !== '?'
