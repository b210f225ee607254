import type { DeskLine } from './deskLine.ts'

/** What needs someone first: what is due soonest, then what has no time, then the newest; closed ones last. */
export function byUrgency(a: DeskLine, b: DeskLine): number {
  const due = ({ state, due: [first] }: DeskLine) =>
    state === 'closed' ? Number.POSITIVE_INFINITY : first ? Date.parse(first.due) : Number.MAX_SAFE_INTEGER
  return due(a) - due(b) || b.undated - a.undated || Date.parse(b.openedAt) - Date.parse(a.openedAt)
}
