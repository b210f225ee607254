import type { Scenario } from '../scenario/scenario.ts'
import type { Level, PracticeMove } from '../scenario/terms.ts'
import type { Heard, Waited } from './heard.ts'
import { isTold, type PracticeState } from './practiceState.ts'

/** What something said does to a young person. The words for each are `practice/effect-<because>`. */
export const effectReasons = [
  'open',
  'follows-up',
  'waits',
  'encourages',
  'supports',
  'led',
  'pressed',
  'blamed',
  'judged',
  'labelled',
  'repeated',
  'many-at-once',
  'too-long',
  'closed-again',
  'promised',
  'betrayed',
  'honest',
  'choice',
  'respects-no',
  'goes-on-after-no',
  'break',
  'settles',
  'spoken-past',
  'hard-to-carry',
  'tires',
] as const
export type EffectReason = (typeof effectReasons)[number]

export interface Effect {
  on: 'trust' | 'pressure' | 'energy'
  /** Points of 100, after level and temperament. Never 0. */
  by: number
  because: EffectReason
}

/** How much of a gain and of a loss is felt, in percent. An assumption. */
const felt: Readonly<Record<Level, { gain: number; loss: number }>> = {
  gentle: { gain: 125, loss: 75 },
  usual: { gain: 100, loss: 100 },
  hard: { gain: 80, loss: 125 },
}

/**
 * What this does to them. All sizes are assumptions. What research gives is their order: one judging move costs two to three
 * times what a good one gains (Alison 2013, direction only), a promise of secrecy gains now and falls hard when it is broken, and
 * support is worth less each time.
 */
export function effectsOf(heard: Heard | Waited, state: PracticeState, { tires }: Scenario, level: Level): Effect[] {
  const found = heard === 'waited' ? [trust(1, 'waits'), pressure(-2, 'waits')] : ofWords(heard, state)
  const { gain, loss } = felt[level]
  return [...found, energy(-tires, 'tires')].flatMap(effect => {
    const scaled = effect.on === 'trust' ? Math.round((effect.by * (effect.by > 0 ? gain : loss)) / 100) : effect.by
    return scaled === 0 ? [] : [{ ...effect, by: scaled }]
  })
}

function ofWords(heard: Heard, state: PracticeState): Effect[] {
  return [...ofClass(heard, state), ...ofFlags(heard), ...ofMoves(heard, state)]
}

function ofClass({ coded, isDoubting }: Heard, state: PracticeState): Effect[] {
  switch (coded.class) {
    case 'invitation':
      return [trust(3, 'open'), pressure(-2, 'open')]
    case 'cued-invitation':
      return [trust(4, 'follows-up'), pressure(-2, 'follows-up')]
    case 'facilitator':
      return [trust(1, 'encourages')]
    case 'supportive':
      return [trust(Math.max(0, 6 - state.supported), 'supports'), pressure(-4, 'supports')]
    case 'option-posing':
      return [pressure(1, 'closed-again')]
    case 'suggestive':
      return [trust(-6, isDoubting ? 'pressed' : 'led'), pressure(isDoubting ? 10 : 6, isDoubting ? 'pressed' : 'led')]
    default:
      return []
  }
}

function ofFlags({ coded: { flags } }: Heard): Effect[] {
  const effects: Effect[] = []
  for (const flag of flags) {
    if (flag === 'blaming-why') effects.push(trust(-8, 'blamed'), pressure(10, 'blamed'))
    if (flag === 'victim-blaming') effects.push(trust(-10, 'blamed'), pressure(12, 'blamed'))
    if (flag === 'presumes-volition') effects.push(trust(-4, 'judged'), pressure(3, 'judged'))
    if (flag === 'first-use-label') effects.push(trust(-3, 'labelled'))
    if (flag === 'contingent-praise') effects.push(trust(-3, 'judged'))
    if (flag === 'multiple') effects.push(energy(-4, 'many-at-once'))
    if (flag === 'too-long') effects.push(energy(-5, 'too-long'))
  }
  return effects
}

/**
 * Whether it asks again for what they have answered: told, or said no to. What was only asked for in like words is answered as any
 * other question is, and who thanks or explains asks for nothing.
 */
export const asksAgain = ({ coded, cued }: Heard, state: PracticeState): boolean =>
  coded.flags.includes('repeated') &&
  asks(coded.class) &&
  (cued.length === 0 || cued.some(unit => isTold(state, unit) || state.denied.includes(unit)))

/** Whether it promises that nothing is told: not where the limits are said in the same breath. */
export const promisesSecrecy = ({ coded, moves }: Heard): boolean =>
  coded.flags.includes('secrecy-promise') && !moves.includes('limits')

function ofMoves(heard: Heard, state: PracticeState): Effect[] {
  const { moves, coded, isTooLongToCarry, hasIdiom } = heard
  const isNew = (move: PracticeMove) => moves.includes(move) && !state.moves.includes(move)
  const effects: Effect[] = []
  if (asksAgain(heard, state)) effects.push(pressure(10, 'repeated'), trust(-2, 'repeated'))
  if (promisesSecrecy(heard) && !state.isPromised) effects.push(trust(9, 'promised'))
  const breaksPromise = state.isPromised && (moves.includes('limits') || moves.includes('what-next'))
  if (breaksPromise) effects.push(trust(-28, 'betrayed'), pressure(20, 'betrayed'))
  // A small dip: nobody likes to hear it. What it opens is in the gates.
  else if (isNew('limits')) effects.push(trust(-2, 'honest'))
  if (isNew('introduces') || isNew('independent')) effects.push(trust(3, 'settles'))
  if (isNew('choice')) effects.push(trust(4, 'choice'), pressure(-8, 'choice'))
  if (moves.includes('break')) effects.push(trust(1, 'break'), pressure(-12, 'break'), energy(25, 'break'))
  if (isNew('another-way')) effects.push(trust(4, 'choice'), pressure(-6, 'choice'))
  if (moves.includes('accepts-no') && state.refusals > 0) {
    effects.push(trust(7, 'respects-no'), pressure(-15, 'respects-no'))
  } else if (state.refusals >= 4 && asks(coded.class))
    effects.push(pressure(8, 'goes-on-after-no'), trust(-3, 'goes-on-after-no'))
  if (isNew('tells-back') || isNew('said-back')) effects.push(trust(3, 'follows-up'))
  if (isNew('what-next') && !breaksPromise) effects.push(trust(2, 'honest'))
  if (isNew('interpreter-checked') || isNew('interpreter-changed'))
    effects.push(trust(6, 'choice'), pressure(-6, 'choice'))
  if (moves.includes('to-interpreter')) effects.push(trust(-3, 'spoken-past'))
  if (isTooLongToCarry || hasIdiom) effects.push(energy(-3, 'hard-to-carry'))
  return effects
}

const asks = (code: Heard['coded']['class']) =>
  code === 'invitation' ||
  code === 'cued-invitation' ||
  code === 'directive' ||
  code === 'option-posing' ||
  code === 'suggestive'

const trust = (by: number, because: EffectReason): Effect => ({ on: 'trust', by, because })
const pressure = (by: number, because: EffectReason): Effect => ({ on: 'pressure', by, because })
const energy = (by: number, because: EffectReason): Effect => ({ on: 'energy', by, because })
