import type { Word } from '../../hearing/words.ts'

/** Whether a full stop or an exclamation mark stands after this sentence, where without one it might have asked. */
export const isStated = (sentence: readonly Word[], question: string): boolean =>
  /^["'”’)]*[.!]/u.test(question.slice(sentence.at(-1)?.end))
