import { wordFaults } from '../../../locales/languageFaults.ts'
import type { Language } from '../../../locales/languages.ts'
import { nameOf, type ReviewedWord, type WordId } from './reviewedWords.ts'

/** One string of a file that came back from a translator's tool. */
export interface BroughtWord extends WordId {
  /** The English as the file has it. */
  source: string
  target: string
}

/** What an import would do, string by string. */
export interface Sorted {
  /** To be kept as drafts, each in the place of what stands. */
  changed: readonly (WordId & { text: string; standing: ReviewedWord })[]
  /** Those that are so already, or have no words. */
  same: number
  /** Their English is not the present one. */
  otherEnglish: readonly WordId[]
  faulty: readonly (WordId & { faults: ReturnType<typeof wordFaults> })[]
  /** This language has no such string. */
  unknown: readonly string[]
}

/** Keeps nothing: whoever imports sees first what it would do. */
export function sortedFrom(
  language: Language,
  words: ReadonlyMap<string, ReviewedWord>,
  brought: readonly BroughtWord[],
): Sorted {
  const changed: Sorted['changed'][number][] = []
  const otherEnglish: WordId[] = []
  const faulty: Sorted['faulty'][number][] = []
  const unknown: string[] = []
  let same = 0
  for (const { file, key, source, target } of brought) {
    const standing = words.get(nameOf({ file, key }))
    if (!standing) unknown.push(nameOf({ file, key }))
    else if (source !== standing.english) otherEnglish.push({ file, key })
    else if (target === '' || target === standing.text) same++
    else {
      const faults = wordFaults(language, target, source)
      if (faults.length > 0) faulty.push({ file, key, faults })
      else changed.push({ file, key, text: target, standing })
    }
  }
  return { changed, same, otherEnglish, faulty, unknown }
}
