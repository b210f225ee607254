import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'

/** Whether this word names somebody: a person by what they are, or a name that is neither plain nor known. */
export const isPerson = ({ text, capital }: Word, { lists, vocabulary, lemmaOf }: CodingLexicon) => {
  const lemma = lemmaOf(text)
  if (vocabulary.persons.has(lemma)) return true
  return capital && text.length > 2 && !lists.function.has(text) && !vocabulary.known.has(lemma)
}
