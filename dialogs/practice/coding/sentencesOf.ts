import type { Word } from '../../hearing/words.ts'

/** These words by sentence. */
export function sentencesOf(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = [[]]
  for (const word of words) {
    sentences.at(-1)?.push(word)
    if (word.ends === '.' || word.ends === '?') sentences.push([])
  }
  return sentences.filter(({ length }) => length > 0)
}
