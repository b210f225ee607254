import { type NameWords, namesIn } from '../namesIn.ts'
import type { ExportChoices } from './exportChoices.ts'
import type { Passage, Reviewed } from './exportLine.ts'

/** Words with what is left out of them: names, and what someone chose. `piece` is what the choices call them by. */
export function passagesOf(
  piece: string,
  text: string,
  names: NameWords,
  { leftOut, putBack }: ExportChoices,
): Passage<Reviewed>[] {
  const here = <Each extends { piece: string }>(all: readonly Each[]) => all.filter(each => each.piece === piece)
  const back = here(putBack)
  const byHand = here(leftOut).map(({ from, to }) => ({ from, to, out: 'by-hand' as const, relation: null }))
  const byName = namesIn(text, names)
    .filter(name => !back.some(({ from, to }) => from <= name.from && name.to <= to))
    .map(name => ({ ...name, out: 'name' as const }))
  const spans = [...byHand, ...byName].toSorted((a, b) => a.from - b.from || b.to - a.to)
  const passages: Passage<Reviewed>[] = []
  let at = 0
  for (const { from, to, out, relation } of spans) {
    const start = Math.max(from, at)
    const end = Math.min(to, text.length)
    if (end <= start) continue
    if (start > at) passages.push({ text: text.slice(at, start) })
    passages.push({ out, relation, from: start, to: end, was: text.slice(start, end) })
    at = end
  }
  if (at < text.length) passages.push({ text: text.slice(at) })
  return passages
}
