import { matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { factsOf } from './factsOf.ts'

/** What the child has told so far, to look up what a question takes for told. */
export interface Told {
  isEmpty: boolean
  /** Whether this word, or one that tells the same, was told as a fact. */
  has(word: string): boolean
  /** The same, without what only comes with what was told: "they drove me" has a car, and a yes or no about it is still untold. */
  tells(word: string): boolean
  /** Whether it was told only as done to somebody else. */
  isOfOthers(word: string): boolean
  /** Whether this is a name for what was told in other words. */
  isRenamed(word: string): boolean
  /** Whether they used this very word, in any of its forms. */
  says(word: string): boolean
  /** Whether it, or one that tells the same, was in what they said at all, also where it was denied. */
  names(word: string): boolean
  /** Whether they said that it was not so. */
  denies(word: string): boolean
  /** Whether this is the name of somebody whom they said they do not know, or were not with. */
  isStranger(word: string): boolean
  /** Whether somebody was told of for whom this pronoun may stand. */
  knowsWho(pronoun: string): boolean
  /** Whether anybody was told of. */
  people: boolean
  /** Whether anything was told that somebody did: then what was done to them can be asked. */
  somethingDone: boolean
  /** Whether they said that nobody was with them. */
  alone: boolean
}

/** What these sayings of the child told. What they denied, supposed, or say others claim, was not told. */
export function toldIn(said: readonly string[], lexicon: CodingLexicon): Told {
  const { lemmaOf } = lexicon
  const sayings = said.map(each => wordsOf(each, lexicon.spellings))
  const all = sayings.flat()
  const { facts, denied, ofOthers, somethingDone } = factsOf(sayings, lexicon)
  const used = new Set(all.map(({ text }) => lemmaOf(text)))
  const idioms = sayings.flatMap(words => matches(lexicon.idioms, words).map(({ value }) => value))
  const direct = new Set([...facts.map(({ text }) => lemmaOf(text)), ...idioms])
  const named = sameAs(used, lexicon)
  const told = sameAs(direct, lexicon)
  const then = new Set([...direct].flatMap(lemma => lexicon.follows.get(lemma) ?? []))
  const persons = all.filter(word => isPerson(word, lexicon))
  const strangers = strangersIn(sayings, lexicon)
  const single = persons.filter(word => !isSeveral(all, word, lexicon))
  return {
    isEmpty: all.length === 0,
    has: word => told.has(lemmaOf(word)) || then.has(lemmaOf(word)),
    tells: word => told.has(lemmaOf(word)),
    isRenamed: word =>
      lexicon.renames.some(
        ({ names, told: by }) => names.some(name => word.startsWith(name)) && by.some(lemma => told.has(lemma)),
      ),
    isOfOthers: word => ofOthers.has(lemmaOf(word)),
    says: word => used.has(lemmaOf(word)),
    names: word => named.has(lemmaOf(word)),
    denies: word => denied.has(lemmaOf(word)) && !told.has(lemmaOf(word)),
    isStranger: word => strangers.has(lemmaOf(word)),
    knowsWho: pronoun => all.length > 0 && mayStandFor(pronoun, single, lexicon),
    people: persons.length > 0,
    somethingDone,
    alone: sayings.some(words => matches(lexicon.byThemself, words).length > 0),
  }
}

/** The names of those whom the child said it does not know, has not met or was not with. */
function strangersIn(sayings: readonly (readonly Word[])[], lexicon: CodingLexicon): ReadonlySet<string> {
  const { lists } = lexicon
  return new Set(
    sayings.flatMap(words =>
      matches(lexicon.unacquainted, words).flatMap(({ at }) => {
        const after = words.slice((at.at(-1) ?? 0) + 1, (at.at(-1) ?? 0) + 4)
        const name = after.find(word => word.capital && !lists.function.has(word.text))
        return name ? [lexicon.lemmaOf(name.text)] : []
      }),
    ),
  )
}

/** Whether this pronoun may stand for one of these persons. "They" may stand for anybody, also for one who is not named. */
export function mayStandFor(pronoun: string, persons: readonly Word[], { lists, lemmaOf }: CodingLexicon): boolean {
  if (lists.they.has(pronoun)) return true
  const others = lists.he.has(pronoun) ? [lists.she, lists.women] : [lists.he, lists.men]
  return persons.some(({ text }) => !others.some(list => list.has(text) || list.has(lemmaOf(text))))
}

/** "Mates", for whom "he" does not stand; but not "at my mate's". */
function isSeveral(all: readonly Word[], word: Word, { lists, lemmaOf }: CodingLexicon): boolean {
  const isPossessive = word.end - word.start > word.text.length
  const isAtTheirs = all
    .slice(Math.max(0, all.indexOf(word) - 2), all.indexOf(word))
    .some(({ text }) => lists.at.has(text))
  return !isPossessive && !isAtTheirs && !word.capital && /s$/.test(word.text) && lemmaOf(word.text) !== word.text
}

/** These and all that tell the same. */
const sameAs = (lemmas: ReadonlySet<string>, { same }: CodingLexicon): ReadonlySet<string> =>
  new Set([...lemmas, ...[...lemmas].flatMap(lemma => [...(same.get(lemma) ?? [])])])

/** Whether this word names somebody: a person by what they are, or a name that is neither plain nor known. */
export const isPerson = ({ text, capital }: Word, { lists, vocabulary, lemmaOf }: CodingLexicon) => {
  const lemma = lemmaOf(text)
  if (vocabulary.persons.has(lemma)) return true
  return capital && text.length > 2 && !lists.function.has(text) && !vocabulary.known.has(lemma)
}
