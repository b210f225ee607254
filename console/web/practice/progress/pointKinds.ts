import type { ProgressPoint } from '../../../../dialogs/practice/progress/progressOf.ts'

/** How a talk is marked in the picture. `changed`: by more than chance since the talk before. */
export const pointKinds = ['talk', 'changed', 'retry'] as const
export type PointKind = (typeof pointKinds)[number]

/** The mark of this talk. */
export function pointKind({
  isRetry,
  change,
}: {
  isRetry: boolean
  change?: ProgressPoint['change'] | undefined
}): PointKind {
  if (isRetry) return 'retry'
  return change?.finding === 'more-than-chance' ? 'changed' : 'talk'
}
