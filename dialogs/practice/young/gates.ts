import type { DetailUnit } from '../scenario/scenario.ts'
import { isTold, type PracticeState } from './practiceState.ts'

/** Least trust to tell a detail of each sensitivity, of 100. An assumption: no published value was found. */
const trustFor = [0, 30, 50, 65] as const

/** Why a detail is not told yet. */
export type Shut = 'trust' | 'needs' | 'pressure' | 'after'

/** Least trust at which this detail is told. */
export const leastTrust = ({ gate, sensitivity }: DetailUnit): number => gate.trust ?? trustFor[sensitivity] ?? 65

/** What keeps a detail from being told now: nothing where its gate is open. */
export function shutBy(unit: DetailUnit, state: PracticeState): Shut[] {
  const { needs, pressureAtMost, after } = unit.gate
  return [
    ...(state.trust < leastTrust(unit) ? (['trust'] as const) : []),
    ...(needs.some(each => !isTold(state, each)) ? (['needs'] as const) : []),
    ...(state.pressure > pressureAtMost ? (['pressure'] as const) : []),
    ...(after.some(each => !state.moves.includes(each)) ? (['after'] as const) : []),
  ]
}

export const isOpen = (unit: DetailUnit, state: PracticeState): boolean => shutBy(unit, state).length === 0
