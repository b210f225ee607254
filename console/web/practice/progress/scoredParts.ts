import type { AttemptScores } from '../../../../dialogs/practice/progress/attemptScores.ts'

/** What is counted apart from the questions, in the order it is shown. */
export const scoredParts = [
  'supported',
  'opening',
  'closing',
  'stages',
  'told',
] as const satisfies readonly (keyof AttemptScores)[]
