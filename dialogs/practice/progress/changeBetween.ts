import type { Score } from './attemptScores.ts'

/** Whether a share of questions changed from one attempt to another by more than chance would. */
export interface ReliableChange {
  /** `too-few`: too few questions, in one or the other, to say. */
  finding: 'more-than-chance' | 'not-more-than-chance' | 'too-few'
  /** Up or down; nothing where the share is the same. */
  direction?: 'up' | 'down'
  /** The difference over its standard error. Nothing where there are too few. */
  index?: number
}

/** Beyond this a difference comes by chance in about 5 of 100: the limit of Jacobson and Truax 1991. */
export const reliableAt = 1.96

/** Fewest questions in each attempt, of those recommended or not. With fewer, chance alone goes beyond the limit too often. */
export const leastQuestions = 10

/** Fewest to be expected of the rarer kind, recommended or not, in the shorter attempt. With none the error is taken for too small. */
const leastOfEither = 1

/**
 * The reliable change index of Jacobson and Truax 1991: a difference over its standard error. No reliability or spread has been
 * published for this tool, so the error is that of two counted shares, each question taken for one trial (the pooled z test). What
 * this costs is in DECISIONS.md.
 */
export function changeBetween(before: Score, after: Score): ReliableChange {
  const difference = share(after) - share(before)
  const towards = difference === 0 ? {} : { direction: difference > 0 ? ('up' as const) : ('down' as const) }
  const fewest = Math.min(before.of, after.of)
  if (fewest < leastQuestions) return { finding: 'too-few', ...towards }
  if (difference === 0) return { finding: 'not-more-than-chance', index: 0 }
  const pooled = (before.done + after.done) / (before.of + after.of)
  if (fewest * Math.min(pooled, 1 - pooled) < leastOfEither) return { finding: 'too-few', ...towards }
  const index = difference / Math.sqrt(pooled * (1 - pooled) * (1 / before.of + 1 / after.of))
  return { finding: Math.abs(index) > reliableAt ? 'more-than-chance' : 'not-more-than-chance', ...towards, index }
}

const share = ({ done, of }: Score) => (of === 0 ? 0 : done / of)
