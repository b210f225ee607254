import type { DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import type { EffectReason } from '../../../../dialogs/practice/young/effects.ts'

/** A turn at which trust moved, by how much, and the largest reason. */
export interface TrustMove {
  turn: number
  by: number
  because?: EffectReason
}

/** Where trust grew most and where it fell most: nothing where it never did. Of equal moves, the first. */
export function trustMoves(turns: readonly DebriefTurn[]): { gain?: TrustMove; fall?: TrustMove } {
  const moves = turns.map(turn => moveOf(turn))
  const gain = moves.reduce<TrustMove | undefined>((best, each) => (each.by > (best?.by ?? 0) ? each : best), undefined)
  const fall = moves.reduce<TrustMove | undefined>(
    (worst, each) => (each.by < (worst?.by ?? 0) ? each : worst),
    undefined,
  )
  return { ...(gain ? { gain } : {}), ...(fall ? { fall } : {}) }
}

function moveOf({ number, trust, effects }: DebriefTurn): TrustMove {
  const by = trust.after - trust.before
  const [largest] = effects
    .filter(effect => effect.on === 'trust' && Math.sign(effect.by) === Math.sign(by))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
  return { turn: number, by, ...(largest ? { because: largest.because } : {}) }
}
