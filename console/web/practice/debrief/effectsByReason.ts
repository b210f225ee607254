import type { Effect, EffectReason } from '../../../../dialogs/practice/young/effects.ts'

export interface EffectsOfReason {
  because: EffectReason
  effects: readonly Pick<Effect, 'on' | 'by'>[]
}

/** What a turn did, each reason once with all that it moved, in the order they came. That talking tires is left out: every turn does. */
export function effectsByReason(effects: readonly Effect[]): EffectsOfReason[] {
  const reasons = [...new Set(effects.map(({ because }) => because))].filter(because => because !== 'tires')
  return reasons.map(because => {
    const own = effects.filter(effect => effect.because === because)
    const moved = [...new Set(own.map(({ on }) => on))]
    return { because, effects: moved.map(on => ({ on, by: sumOf(own.filter(effect => effect.on === on)) })) }
  })
}

const sumOf = (effects: readonly Effect[]) => effects.reduce((sum, { by }) => sum + by, 0)
