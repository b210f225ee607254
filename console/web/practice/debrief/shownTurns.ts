import type { DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import type { Dispute, TurnComment } from '../../../contract/practice.ts'

export const turnFilters = ['all', 'weak', 'commented'] as const
export type TurnFilter = (typeof turnFilters)[number]

interface Notes {
  comments: readonly TurnComment[]
  disputes: readonly Dispute[]
}

/** The turns that a filter leaves. `weak`: can be worded better, or something was let slip there and missed. */
export function shownTurns(turns: readonly DebriefTurn[], notes: Notes, filter: TurnFilter): readonly DebriefTurn[] {
  if (filter === 'all') return turns
  if (filter === 'weak') return turns.filter(({ weak, missedCue }) => weak !== undefined || missedCue !== undefined)
  const noted = new Set([...notes.comments, ...notes.disputes].map(({ turn }) => turn))
  return turns.filter(({ number }) => noted.has(number))
}
