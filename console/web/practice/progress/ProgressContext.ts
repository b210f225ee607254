import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Progress, progressOf } from '../../../../dialogs/practice/progress/progressOf.ts'
import type { AttemptLine } from '../../../contract/practice.ts'
import type { ProgressFound } from './askProgress.ts'

export interface ProgressView extends ProgressFound {
  progress: Progress
  isOwn: boolean
}

export const ProgressContext = createContext<ProgressView | undefined>(undefined)

/** Whose progress the page shows. Only within it. */
export function useProgress(): ProgressView {
  const found = useContext(ProgressContext)
  if (!found) throw new Error('There is no progress here: draw this within a progress page.')
  return found
}

/** What progress is made of, from what was asked for. */
export const progressIn = ({ attempts }: Pick<ProgressFound, 'attempts'>): Progress =>
  progressOf(
    attempts.map(({ attempt, scores }) => ({
      attempt: attempt.id,
      at: attempt.beganAt,
      scores,
      isRetry: attempt.retryOf !== undefined,
    })),
  )

/** The talk that a point stands for. */
export function lineOf(attempts: ProgressFound['attempts'], id: string): AttemptLine {
  const found = attempts.find(({ attempt }) => attempt.id === id)
  if (!found) throw new Error('A point of the progress stands for no attempt.')
  return found.attempt
}
