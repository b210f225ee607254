import { matches } from '../../hearing/matches.ts'
import { type Word, wordsOf } from '../../hearing/words.ts'
import type { CodingLexicon } from './codingLexicon.ts'
import { type Facts, factsOf } from './factsOf.ts'
import { isPerson, ownerOf } from './isPerson.ts'
import { rememberingBy } from './remembering.ts'
import { sentencesOf } from './sentencesOf.ts'

/** What one saying of the child tells, in lemmas. */
export interface Saying extends Pick<Facts, 'denied' | 'own' | 'ofOthers'> {
  words: readonly Word[]
  /** Each of its sentences. */
  sentences: readonly ReadonlySet<string>[]
  /** Every word in it. */
  used: ReadonlySet<string>
  /** The same, and all that tell the same, also where it was denied. */
  named: ReadonlySet<string>
  /** What it tells as a fact, and all that tell the same. */
  told: ReadonlySet<string>
  /** What comes with that. */
  comesWith: ReadonlySet<string>
  /** Names of those whom they said they do not know, or were not with. */
  strangers: ReadonlySet<string>
  people: boolean
  /** Those for whom "he" or "she" may stand. */
  single: readonly Word[]
  /** Whether nobody was with them. */
  alone: boolean
  /** Whether somebody told them to do something, or not to. */
  commanded: boolean
  /** Whether anything is said not to be so, or not to have been done. */
  negates: boolean
}

export const sayingOf = rememberingBy((said: string, lexicon): Saying => {
  const { lemmaOf } = lexicon
  const words = wordsOf(said, lexicon.spellings)
  const { facts, ...others } = factsOf(words, lexicon)
  const lemmasOf = (of: readonly Word[]) => new Set(of.map(({ text }) => lemmaOf(text)))
  const used = new Set([...lemmasOf(words), ...words.map(word => lemmaOf(ownerOf(word)))])
  const told = new Set(facts)
  const idioms = matches(lexicon.idioms, words)
    .filter(({ at }) => at.every(each => told.has(words[each] as Word)))
    .map(({ value }) => value)
  const direct = new Set([...lemmasOf(facts), ...idioms])
  const persons = words.filter(word => isPerson(word, lexicon))
  return {
    ...others,
    words,
    sentences: sentencesOf(words).map(sentence => lemmasOf(sentence)),
    used,
    named: sameAs(used, lexicon),
    told: sameAs(direct, lexicon),
    comesWith: new Set([...direct].flatMap(lemma => lexicon.follows.get(lemma) ?? [])),
    strangers: strangersIn(words, lexicon),
    people: persons.length > 0,
    single: persons.filter(word => !isSeveral(words, word, lexicon)),
    alone: matches(lexicon.byThemself, words).length > 0,
    commanded: matches(lexicon.commands, words).length > 0,
    negates:
      words.some(({ text }) => lexicon.lists.not.has(text) || lexicon.lists.negators.has(text)) ||
      matches(lexicon.inaction, words).length > 0,
  }
})

/** The names of those whom the child said it does not know, has not met or was not with. */
function strangersIn(words: readonly Word[], lexicon: CodingLexicon): ReadonlySet<string> {
  const { lists } = lexicon
  return new Set(
    matches(lexicon.unacquainted, words).flatMap(({ at }) => {
      const after = words.slice((at.at(-1) ?? 0) + 1, (at.at(-1) ?? 0) + 4)
      const name = after.find(word => word.capital && !lists.function.has(word.text))
      return name ? [lexicon.lemmaOf(name.text)] : []
    }),
  )
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
