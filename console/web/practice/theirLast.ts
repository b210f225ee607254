import type { SeenTurn } from '../../contract/practice.ts'
import type { TheirWords } from './PracticeTools.ts'

/** What the young person said last, if they have said anything. */
export function theirLast(opening: SeenTurn['reply'], turns: readonly SeenTurn[]): TheirWords | undefined {
  const last = [opening, ...turns.map(({ reply }) => reply)].findLast(({ says }) => says !== '')
  if (!last) return undefined
  return { words: last.says, ...(last.original === undefined ? {} : { original: last.original }) }
}
