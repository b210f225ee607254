import type { Draft } from '../answers/draft.ts'
import type { TheirWords } from './PracticeTools.ts'

/** The draft with what the young person said last put to what is written already, once. */
export function writtenDown(draft: Draft, { words, original }: TheirWords): Draft {
  return {
    ...draft,
    words: added(draft.words, words),
    ...(original === undefined ? {} : { original: added(draft.original, original) }),
  }
}

function added(written = '', more: string): string {
  const before = written.trimEnd()
  if (before === '') return more
  return before.split('\n').includes(more) ? before : `${before}\n${more}`
}
