import { type Word, wordsOf } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { stemOf } from './stemOf.ts'

/** What the child has told so far, to look up what a question takes for told. */
export interface Told {
  isEmpty: boolean
  /** Whether this word, or one that tells the same, was told as a fact. */
  has(word: string): boolean
  /** Whether they used this very word. */
  says(word: string): boolean
  /** Whether it, or one that tells the same, was in what they said at all, also where it was denied. */
  names(word: string): boolean
  /** Whether somebody was told of whom a pronoun may stand for. */
  people: boolean
  /** Whether they said that nobody was with them. */
  alone: boolean
}

/** What these sayings of the child told. What they denied, and what they say others claim, was not told. */
export function toldIn(said: readonly string[], lexicon: CodingLexicon): Told {
  const sayings = said.map(each => wordsOf(each, lexicon.spellings))
  const all = sayings.flat()
  const named = reach(all, lexicon)
  const told = reach(
    sayings.flatMap(words => factsIn(words, lexicon)),
    lexicon,
  )
  const used = new Set(all.map(({ text }) => stemOf(text)))
  return {
    isEmpty: all.length === 0,
    has: word => told.has(stemOf(word)),
    says: word => used.has(stemOf(word)),
    names: word => named.has(stemOf(word)),
    people: all.some(word => isPerson(word, lexicon)),
    alone: all.some(({ text }) => lexicon.lists.alone.has(text)),
  }
}

/** The stems of these words and of all that tell the same. */
function reach(words: readonly Word[], { same }: CodingLexicon): ReadonlySet<string> {
  const texts = [...new Set(words.map(({ text }) => text))]
  const others = texts.flatMap(text => [...(same.get(text) ?? []), ...(same.get(stemOf(text)) ?? [])])
  return new Set([...texts, ...others].map(stemOf))
}

function factsIn(words: readonly Word[], { lists }: CodingLexicon): Word[] {
  let isFact = true
  return words.filter(({ text, ends }) => {
    if (lists.negators.has(text) || lists.claims.has(text)) isFact = false
    const was = isFact
    if (ends !== '') isFact = true
    return was
  })
}

/** Whether this word names somebody: a person by what they are, or a name that is neither plain nor known. */
export const isPerson = ({ text, capital }: Word, { lists }: CodingLexicon) =>
  lists.persons.has(text) || (capital && text.length > 2 && !lists.function.has(text) && !lists.known.has(text))
