import { nameTokens } from './nameTokens.ts'
import { ordinaryWords } from './ordinaryWords.ts'

/** A part of a text, in UTF-16 code units: from the first to before the last. */
export interface Span {
  from: number
  to: number
}

/** Someone who was named, as they were called, and what they are to the young person. */
export interface NamedPerson {
  called: string
  relation?: string | undefined
}

/** The words that name these people, each with what to say instead; null where that is not known, or would name someone. */
export type NameWords = ReadonlyMap<string, string | null>

export function nameWordsOf(people: readonly NamedPerson[]): NameWords {
  const words = new Map<string, string | null>()
  for (const { called, relation } of people) {
    for (const word of nameTokens(called)) {
      if (!ordinaryWords.has(word) && !words.has(folded(word))) words.set(folded(word), relationShown(relation))
    }
  }
  return words
}

/** The relation, where it is made of ordinary words alone: "Kai's brother" would name Kai. */
export function relationShown(relation: string | undefined): string | null {
  if (relation === undefined) return null
  const words = nameTokens(relation)
  return words.length > 0 && words.every(word => ordinaryWords.has(word)) ? relation : null
}

/**
 * Where these names occur in a text: whole words, whatever their case and accents, possessives with them ("Kai's", "Kais").
 * The parts of one name that stand together are one.
 * NB: a name that was never given is not found, nor one that is misspelt or is also an ordinary word.
 */
export function namesIn(text: string, names: NameWords): (Span & { relation: string | null })[] {
  const found: (Span & { relation: string | null })[] = []
  for (const { words, from, to } of runsOf(text)) {
    const name = words.map(word => nameOf(word, names)).find(each => each !== undefined)
    if (name === undefined) continue
    const relation = names.get(name) ?? null
    const before = found.at(-1)
    const between = before && text.slice(before.to, from)
    const isOneName = between !== undefined && /^[\s\p{Pd}'’]*$/u.test(between) && before?.relation === relation
    if (before && isOneName) before.to = to
    else found.push({ from, to, relation })
  }
  return found
}

/** Words, those that share a character together: ½ is 1 and 2, and half of it cannot be left out. */
function runsOf(text: string): ({ words: string[] } & Span)[] {
  const runs: ({ words: string[] } & Span)[] = []
  for (const { word, from, to } of wordsOf(text)) {
    const before = runs.at(-1)
    if (before && from < before.to) {
      before.words.push(word)
      before.to = Math.max(before.to, to)
    } else runs.push({ words: [word], from, to })
  }
  return runs
}

function nameOf(word: string, names: NameWords): string | undefined {
  if (names.has(word)) return word
  const bare = word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : undefined
  return bare !== undefined && names.has(bare) ? bare : undefined
}

/** Words as `nameTokens` takes a text apart, with where each stands. */
function* wordsOf(text: string): Generator<{ word: string } & Span> {
  let word = ''
  let from = 0
  let to = 0
  let at = 0
  for (const point of text) {
    const end = at + point.length
    const plain = folded(point.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase())
    // A mark by itself belongs to the letter before it.
    if (plain === '' && word !== '') to = end
    for (const letter of plain) {
      if (/[\p{L}\p{N}]/u.test(letter)) {
        if (word === '') from = at
        word += letter
        to = end
      } else if (word !== '') {
        yield { word, from, to }
        word = ''
      }
    }
    at = end
  }
  if (word !== '') yield { word, from, to }
}

/** Two forms of sigma are one letter. */
const folded = (word: string) => word.replaceAll('ς', 'σ')
