import type { AttemptScores } from './attemptScores.ts'
import { changeBetween, type ReliableChange } from './changeBetween.ts'

/** The scores of one attempt and when it was made. */
export interface ScoredAttempt {
  attempt: string
  /** ISO 8601, in UTC. */
  at: string
  scores: AttemptScores
  /** Whether it went on from an earlier one: its first turns are that one's. */
  isRetry: boolean
}

/** One attempt among others. */
export interface ProgressPoint extends ScoredAttempt {
  /** Recommended of the questions that are recommended or not, of 1. Nothing where none was asked. */
  share?: number
  /** Against the attempt before it that was no retry. Nothing for the first, and for a retry, which shares turns with another. */
  change?: ReliableChange
}

/** One person's attempts, the earliest first. */
export interface Progress {
  points: readonly ProgressPoint[]
  /** From the first attempt to the last, retries apart. Nothing where there are fewer than two. */
  sinceFirst?: ReliableChange
}

/** How one person's attempts went. Each person for themselves: only 32 to 43 of 100 people change reliably (Krause 2017), which a mean hides. */
export function progressOf(attempts: readonly ScoredAttempt[]): Progress {
  const inOrder = attempts.toSorted((a, b) => compared(a.at, b.at) || compared(a.attempt, b.attempt))
  const own = inOrder.filter(({ isRetry }) => !isRetry)
  const points = inOrder.map((attempt): ProgressPoint => {
    const { done, of } = attempt.scores.recommended
    const before = attempt.isRetry ? undefined : own[own.indexOf(attempt) - 1]
    return {
      ...attempt,
      ...(of > 0 ? { share: done / of } : {}),
      ...(before ? { change: between(before, attempt) } : {}),
    }
  })
  const [first, last] = [own[0], own.at(-1)]
  return { points, ...(first && last && first !== last ? { sinceFirst: between(first, last) } : {}) }
}

const between = (before: ScoredAttempt, after: ScoredAttempt) =>
  changeBetween(before.scores.recommended, after.scores.recommended)

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
