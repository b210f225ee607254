import type { Word } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { type Saying, sayingOf } from './sayingOf.ts'

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
  /** Whether they said that somebody told them to do something, or not to. */
  commanded: boolean
  /** Whether they said of anything that it was not so. */
  negates: boolean
}

/** What these sayings of the child told. What they denied, supposed, or say others claim, was not told. */
export function toldIn(said: readonly string[], lexicon: CodingLexicon): Told {
  const { lemmaOf } = lexicon
  const sayings = [...new Set(said)].map(each => sayingOf(each, lexicon))
  const all = <Item>(of: (saying: Saying) => Iterable<Item>) => new Set(sayings.flatMap(saying => [...of(saying)]))
  const told = all(saying => saying.told)
  const comesWith = all(saying => saying.comesWith)
  const used = all(saying => saying.used)
  const named = all(saying => saying.named)
  const denied = all(saying => saying.denied)
  const own = all(saying => saying.own)
  const ofOthers = all(saying => saying.ofOthers)
  const strangers = all(saying => saying.strangers)
  return {
    isEmpty: sayings.every(({ words }) => words.length === 0),
    has: word => told.has(lemmaOf(word)) || comesWith.has(lemmaOf(word)),
    tells: word => told.has(lemmaOf(word)),
    isRenamed: word =>
      lexicon.renames.some(
        ({ names, told: by }) => names.some(name => word.startsWith(name)) && by.some(lemma => told.has(lemma)),
      ),
    isOfOthers: word => ofOthers.has(lemmaOf(word)) && !own.has(lemmaOf(word)),
    says: word => used.has(lemmaOf(word)),
    names: word => named.has(lemmaOf(word)),
    denies: word => denied.has(lemmaOf(word)) && !told.has(lemmaOf(word)),
    isStranger: word => strangers.has(lemmaOf(word)),
    knowsWho: pronoun => sayings.some(({ words, single }) => words.length > 0 && mayStandFor(pronoun, single, lexicon)),
    people: sayings.some(({ people }) => people),
    somethingDone: own.size > 0,
    alone: sayings.some(({ alone }) => alone),
    commanded: sayings.some(({ commanded }) => commanded),
    negates: sayings.some(({ negates }) => negates),
  }
}

/** Whether this pronoun may stand for one of these persons. "They" may stand for anybody, also for one who is not named. */
export function mayStandFor(pronoun: string, persons: readonly Word[], { lists, lemmaOf }: CodingLexicon): boolean {
  if (lists.they.has(pronoun)) return true
  const others = lists.he.has(pronoun) ? [lists.she, lists.women] : [lists.he, lists.men]
  return persons.some(({ text }) => !others.some(list => list.has(text) || list.has(lemmaOf(text))))
}
