import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AttemptResponse } from '../../contract/practice.ts'
import type { Practice, TalkState } from './openPractice.ts'

/** What every part of a practice talk is drawn from. */
export interface PracticeView {
  practice: Practice
  talk: TalkState
  /** The young person, and how the talk began. */
  about: Pick<AttemptResponse, 'card' | 'opening' | 'trainee' | 'goesOn'>
  /** Whether it is someone else's, who is trained by whoever is here. */
  isWatching: boolean
}

export const PracticeContext = createContext<PracticeView | undefined>(undefined)

export function usePractice(): PracticeView {
  const view = useContext(PracticeContext)
  if (!view) throw new Error('A part of a practice talk is drawn inside PracticeContext.')
  return view
}
