import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AttemptDebriefResponse, AttemptNotes } from '../../../contract/practice.ts'

/** One debrief on the page, and what can be done from any part of it. */
export interface OpenDebrief extends AttemptDebriefResponse {
  /** Whether it is read by a trainer of whoever held the talk. */
  isTrainers: boolean
  /** Something was written beside it. */
  onNotes: (notes: AttemptNotes) => void
  /** Brings a turn of the timeline into sight, and the keyboard to it. */
  goTo: (turn: number) => void
}

export const DebriefContext = createContext<OpenDebrief | undefined>(undefined)

export function useDebrief(): OpenDebrief {
  const debrief = useContext(DebriefContext)
  if (!debrief) throw new Error('A part of a debrief is drawn inside DebriefContext.')
  return debrief
}
