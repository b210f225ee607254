import type { CodingLexicon } from './codingLexicon.ts'

/** The same, worked out once for each text: a talk says the same again and again. It forgets all of it once there are this many. */
export function remembering<T extends object | string>(of: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const made = of(text)
    known.set(text, made)
    return made
  }
}

/** How many texts are remembered: what is said and asked in some ten long talks. */
const mostTexts = 2_000

/** The same for what is read by a lexicon, each lexicon's apart: a turn costs what its own words do, however long the talk is. */
export function rememberingBy<T extends object>(
  of: (text: string, lexicon: CodingLexicon) => T,
): (text: string, lexicon: CodingLexicon) => T {
  const by = new WeakMap<CodingLexicon, (text: string) => T>()
  return (text, lexicon) => {
    const known = by.get(lexicon) ?? remembering(each => of(each, lexicon), mostTexts)
    by.set(lexicon, known)
    return known(text)
  }
}
