import type { Effect, EffectReason } from '../../../../dialogs/practice/young/effects.ts'

export interface EffectsOfReason {
  because: EffectReason
  effects: readonly Pick<Effect, 'on' | 'by'>[]
}

/** What a turn did, each reason once with all that it moved, in the order they came. What comes to nothing is left out, and that talking tires, as every turn does. */
export function effectsByReason(effects: readonly Effect[]): EffectsOfReason[] {
  const reasons = [...new Set(effects.map(({ because }) => because))].filter(because => because !== 'tires')
  return reasons.flatMap(because => {
    const own = effects.filter(effect => effect.because === because)
    const moved = [...new Set(own.map(({ on }) => on))]
      .map(on => ({ on, by: sumOf(own.filter(effect => effect.on === on)) }))
      .filter(({ by }) => by !== 0)
    return moved.length > 0 ? [{ because, effects: moved }] : []
  })
}

const sumOf = (effects: readonly Effect[]) => effects.reduce((sum, { by }) => sum + by, 0)
