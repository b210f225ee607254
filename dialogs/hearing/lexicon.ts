import type { LexiconWords } from './lexiconWords.ts'

/**
 * How a pattern is written. Words are matched in lower case, after `spellings` has been applied, one by one:
 *
 *   slept outside      these words, next to each other
 *   hit|punch*         either; `*` stands for any ending
 *   really?            this word or nothing
 *   ALCOHOL            any word of that class; may be one of several: `ALCOHOL|drunk`
 *   took .. pills      up to four words between, in the same clause
 *   wanted ... locked  up to eight words between, in the same sentence
 *
 * `i`, `me` and `my` mean the young person, also where a practitioner reports it as "she", "her" or "his".
 * A negator that a pattern names itself ("not let me leave") does not negate it.
 */
export type Pattern = readonly Place[]

/** One place of a pattern: a word, or a stretch of other words. */
export type Place =
  | { kind: 'word'; words: ReadonlySet<string>; stems: readonly string[] }
  | { kind: 'gap'; upTo: number; withinClause: boolean }

/** Words that lead to a suggestion. */
export interface Cue {
  coverage: string
  told: 'yes' | 'no'
  of: 'child' | 'others' | 'anyone'
}

/** Words that set aside what follows them: a doubt, a wish, a fear, a threat, another person's claim. */
export interface Aside {
  of: 'others' | 'anyone'
  reach: 'few' | 'clause' | 'joined'
  /** The last word of the pattern is set aside as well. */
  itself: boolean
}

/** Patterns found by the word they begin with, so that a long account costs no more per word than a short one. */
export interface Index<T> {
  byWord: ReadonlyMap<string, Beginning<T>>
  /** By the first two letters of a stem. */
  byStem: ReadonlyMap<string, Beginning<T>>
}

/** The patterns that begin alike, in order; most by a further word they need, so that those an account has no words for are never looked at. */
export interface Beginning<T> {
  all: readonly Entry<T>[]
  needNothing: readonly Entry<T>[]
  byNeed: ReadonlyMap<string, readonly Entry<T>[]>
}

export interface Entry<T> {
  pattern: Pattern
  value: T
  /** Words one of which must be somewhere in the account for the pattern to be found; none where any might do. */
  needs: readonly string[]
  /** Its number among all the lexicon's patterns of its kind. */
  place: number
}

type Grammar = LexiconWords['grammar']

/** Word lists of the grammar, as sets. */
export type Sets = { [Name in Exclude<keyof Grammar, 'reported' | 'askers'>]: ReadonlySet<string> }

/** A language's words made ready to hear with. Make it once: it is a few hundred parsed patterns. */
export interface Lexicon {
  spellings: ReadonlyMap<string, readonly string[]>
  sets: Sets
  reported: ReadonlyMap<string, Grammar['reported'][string]>
  negators: ReadonlySet<string>
  /** Negators only where the young person is the one who acts: "she denies it". */
  deniers: ReadonlySet<string>
  answers: ReadonlySet<string>
  trailingNegators: ReadonlySet<string>
  neverDenied: ReadonlySet<string>
  yields: Readonly<Record<string, readonly string[]>>
  askers: Index<true>
  notNegations: Index<true>
  carries: Index<true>
  asides: Index<Aside>
  cues: Index<Cue>
}

/** The lexicon of these words. Throws, naming it, where a pattern cannot be read. */
export function lexiconFrom(words: LexiconWords): Lexicon {
  const parse = (patterns: readonly string[] = []) => patterns.flatMap(text => patternsIn(text, words.classes))
  const entries = <T>(patterns: readonly string[] | undefined, value: T): Omit<Entry<T>, 'place'>[] =>
    parse(patterns).map(pattern => ({ pattern, value, needs: neededBy(pattern) }))
  const cues = Object.entries(words.cues).flatMap(([coverage, cue]) => [
    ...(['child', 'anyone', 'others'] as const).flatMap(of => entries<Cue>(cue[of], { coverage, told: 'yes', of })),
    ...entries<Cue>(cue.denied, { coverage, told: 'no', of: 'anyone' }),
    ...entries<Cue>(cue.childDenied, { coverage, told: 'no', of: 'child' }),
  ])
  const { reported, askers, ...lists } = words.grammar
  return {
    spellings: new Map(Object.entries(words.spellings).map(([from, to]) => [from, to.split(' ')])),
    sets: setsOf(lists),
    reported: new Map(Object.entries(reported)),
    negators: new Set(words.negators),
    deniers: new Set(words.deniers),
    answers: new Set(words.answers),
    trailingNegators: new Set(words.trailingNegators),
    neverDenied: new Set(words.neverDenied),
    yields: words.yields,
    askers: indexed(entries(askers, true as const)),
    notNegations: indexed(entries(words.notNegations, true as const)),
    carries: indexed(entries(words.carries, true as const)),
    asides: indexed(
      words.setAside.flatMap(({ of, when, reach, itself = false }) => entries<Aside>(when, { of, reach, itself })),
    ),
    cues: indexed(cues),
  }
}

/** These lists as sets, by the same names. */
export function setsOf<Name extends string>(lists: Record<Name, readonly string[]>): Record<Name, ReadonlySet<string>> {
  const sets = Object.entries<readonly string[]>(lists).map(([name, list]) => [name, new Set(list)])
  return Object.fromEntries(sets) as Record<Name, ReadonlySet<string>>
}

/** Patterns made ready to be found, each line of notation with what it stands for, in order. */
export const patternIndex = <T>(
  lines: readonly { when: readonly string[]; value: T }[],
  classes: LexiconWords['classes'],
): Index<T> =>
  indexed(
    lines.flatMap(({ when, value }) =>
      when.flatMap(text => patternsIn(text, classes)).map(pattern => ({ pattern, value, needs: neededBy(pattern) })),
    ),
  )

/** The patterns a line of notation stands for: one, and one more for each way its optional words can be left out. */
export function patternsIn(text: string, classes: LexiconWords['classes']): Pattern[] {
  const patterns = text.split(' ').reduce<Pattern[]>(
    (so, part) => {
      const optional = part.endsWith('?')
      const place = placeOf(optional ? part.slice(0, -1) : part, text, classes)
      return [...(optional ? so : []), ...so.map(pattern => [...pattern, place])]
    },
    [[]],
  )
  if (patterns.some(pattern => pattern[0]?.kind !== 'word' || pattern.at(-1)?.kind !== 'word')) {
    throw new Error(`The pattern "${text}" must begin and end with a word.`)
  }
  return patterns
}

const part = /^[\p{Ll}\p{N}]+\*?$/u

function placeOf(notation: string, text: string, classes: LexiconWords['classes']): Place {
  if (notation === '..') return { kind: 'gap', upTo: 4, withinClause: true }
  if (notation === '...') return { kind: 'gap', upTo: 8, withinClause: false }
  const words: string[] = []
  const stems: string[] = []
  for (const each of notation.split('|')) {
    const members = classes[each]
    if (members) words.push(...members)
    else if (!part.test(each)) throw new Error(`The pattern "${text}" has "${each}", which is no word and no class.`)
    else if (!each.endsWith('*')) words.push(each)
    else if (each.length < 3) throw new Error(`The pattern "${text}" needs two letters or more before a *.`)
    else stems.push(each.slice(0, -1))
  }
  return { kind: 'word', words: new Set(words), stems }
}

/** The words of the pattern's narrowest place after its first: few accounts have them, so few patterns need a closer look. */
function neededBy(pattern: Pattern): readonly string[] {
  const exact = pattern
    .slice(1)
    .flatMap(place => (place.kind === 'word' && place.stems.length === 0 ? [place.words] : []))
  const narrowest = exact.toSorted((a, b) => a.size - b.size)[0]
  return [...(narrowest ?? [])]
}

function indexed<T>(unplaced: readonly Omit<Entry<T>, 'place'>[]): Index<T> {
  const entries = unplaced.map((entry, place) => ({ ...entry, place }))
  const byWord = new Map<string, Set<Entry<T>>>()
  const byStem = new Map<string, Set<Entry<T>>>()
  for (const entry of entries) {
    const first = entry.pattern[0]
    if (first?.kind !== 'word') continue
    for (const word of first.words) put(byWord, word, entry)
    for (const stem of first.stems) put(byStem, stem.slice(0, 2), entry)
  }
  return { byWord: beginnings(byWord), byStem: beginnings(byStem) }
}

function beginnings<T>(lists: ReadonlyMap<string, ReadonlySet<Entry<T>>>): Map<string, Beginning<T>> {
  return new Map([...lists].map(([key, list]) => [key, beginning([...list])]))
}

function beginning<T>(all: readonly Entry<T>[]): Beginning<T> {
  const byNeed = new Map<string, Set<Entry<T>>>()
  for (const entry of all) for (const word of entry.needs) put(byNeed, word, entry)
  return {
    all,
    needNothing: all.filter(({ needs }) => needs.length === 0),
    byNeed: new Map([...byNeed].map(([word, list]) => [word, [...list]])),
  }
}

function put<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.add(value)
  else map.set(key, new Set([value]))
}
