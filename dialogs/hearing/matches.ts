import type { Beginning, Entry, Index, Pattern, Place } from './lexicon.ts'
import type { Word } from './words.ts'

/** A pattern found: what it stands for, and the positions of the words it named, first to last. */
export interface Match<T> {
  value: T
  at: readonly number[]
}

/** Every place in these words where a pattern of the index is found. `clauseOf` numbers the clause of each word. */
export function matches<T>(index: Index<T>, words: readonly Word[], clauseOf: readonly number[] = []): Match<T>[] {
  const said = new Set(words.flatMap(({ text, also }) => (also === undefined ? [text] : [text, also])))
  const possible = possibleIn(said)
  return words.flatMap((_, at) => matchesAt(index, words, at, clauseOf, possible))
}

/** Those of some patterns that the account has the words for, in their order. Worked out once for each beginning. */
function possibleIn(said: ReadonlySet<string>) {
  const kept = new Map<Beginning<unknown>, readonly Entry<unknown>[]>()
  return <T>(beginning: Beginning<T>): readonly Entry<T>[] => {
    const known = kept.get(beginning)
    if (known) return known as readonly Entry<T>[]
    const possible = [...beginning.needNothing]
    for (const word of said) {
      for (const entry of beginning.byNeed.get(word) ?? []) if (!possible.includes(entry)) possible.push(entry)
    }
    possible.sort((a, b) => a.place - b.place)
    kept.set(beginning, possible)
    return possible
  }
}

/** The patterns of the index that begin at this word. */
export function matchesAt<T>(
  index: Index<T>,
  words: readonly Word[],
  at: number,
  clauseOf: readonly number[] = [],
  possible: (beginning: Beginning<T>) => readonly Entry<T>[] = ({ all }) => all,
): Match<T>[] {
  const word = words[at]
  if (!word) return []
  const readings = word.also === undefined ? [word.text] : [word.text, word.also]
  const found: Match<T>[] = []
  for (const reading of readings) {
    const [byWord, byStem] = [index.byWord.get(reading), index.byStem.get(reading.slice(0, 2))]
    // Found by its first word, so that word need not be looked at again.
    for (const { pattern, value } of byWord ? possible(byWord) : []) {
      const rest = follow(pattern, 1, words, at + 1, clauseOf)
      if (rest) found.push({ value, at: [at, ...rest] })
    }
    for (const { pattern, value } of byStem ? possible(byStem) : []) {
      const positions = follow(pattern, 0, words, at, clauseOf)
      if (positions) found.push({ value, at: positions })
    }
  }
  return found
}

/** Positions of the words from this place of the pattern on. Gaps are bounded, so a search is too. */
function follow(
  pattern: Pattern,
  from: number,
  words: readonly Word[],
  at: number,
  clauseOf: readonly number[],
): number[] | undefined {
  const place = pattern[from]
  if (!place) return []
  if (place.kind === 'gap') {
    for (let next = at; next <= at + place.upTo && next < words.length; next++) {
      if (isCut(words, place, at - 1, next, clauseOf)) return undefined
      const rest = follow(pattern, from + 1, words, next, clauseOf)
      if (rest) return rest
    }
    return undefined
  }
  const word = words[at]
  if (!word || !isAt(place, word) || (from > 0 && isSentenceEnd(words[at - 1]))) return undefined
  const rest = follow(pattern, from + 1, words, at + 1, clauseOf)
  return rest && [at, ...rest]
}

function isCut(
  words: readonly Word[],
  gap: Extract<Place, { kind: 'gap' }>,
  from: number,
  to: number,
  clauseOf: readonly number[],
): boolean {
  if (isSentenceEnd(words[to - 1])) return true
  return gap.withinClause && to > from + 1 && clauseOf[from] !== clauseOf[to]
}

function isAt(place: Extract<Place, { kind: 'word' }>, word: Word): boolean {
  return fits(place, word.text) || (word.also !== undefined && fits(place, word.also))
}

const fits = (place: Extract<Place, { kind: 'word' }>, text: string) =>
  place.words.has(text) || place.stems.some(stem => text.startsWith(stem))

/** Whether a sentence ends after this word. */
export const isSentenceEnd = (word: Word | undefined) => word?.ends === '.' || word?.ends === '?'
