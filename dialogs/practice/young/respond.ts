import type { Scenario } from '../scenario/scenario.ts'
import type { Level, PracticeMove } from '../scenario/terms.ts'
import { type Answered, plain, reacting, silent, telling } from './answered.ts'
import { draw } from './draw.ts'
import { asksAgain, type Effect, effectsOf, promisesSecrecy } from './effects.ts'
import type { Heard, Waited } from './heard.ts'
import type { PracticeState } from './practiceState.ts'
import type { YoungReply } from './reply.ts'
import { resist } from './resist.ts'
import { bodyOf, oneOf } from './saying.ts'
import { reachable } from './telling.ts'
import { toEncouragement, toLeading, toNarrow, toOpen, toYesOrNo } from './toQuestion.ts'

/** What became of it. */
export interface Responded {
  reply: YoungReply
  effects: readonly Effect[]
  state: PracticeState
}

/**
 * The one door of the practice room: what a young person does with what was said to them. Pure: the same scenario, level, state
 * and words give the same bytes. After they have left or said goodbye nothing is to be said to them any more.
 */
export function respond(scenario: Scenario, level: Level, before: PracticeState, heard: Heard | Waited): Responded {
  if (before.ended) throw new Error('This young person has gone: begin another talk, or go back to an earlier turn.')
  const effects = effectsOf(heard, before, scenario, level)
  const felt = withMoves(heard, effects.reduce(feel, { ...before, turn: before.turn + 1 }))
  const answered = heard === 'waited' ? toSilence(scenario, felt) : toWords(scenario, heard, felt, effects)
  const seen = seenIn(scenario, heard, answered, effects)
  return { ...seen, effects }
}

function feel(state: PracticeState, { on, by }: Effect): PracticeState {
  return { ...state, [on]: Math.min(100, Math.max(0, state[on] + by)) }
}

function withMoves(heard: Heard | Waited, state: PracticeState): PracticeState {
  if (heard === 'waited') return state
  const { coded, moves } = heard
  const isKind =
    coded.class === 'supportive' || moves.some(each => each === 'accepts-no' || each === 'break' || each === 'choice')
  return {
    ...state,
    moves: [...new Set([...state.moves, ...moves])],
    supported: state.supported + (coded.class === 'supportive' ? 1 : 0),
    refusals: isKind ? Math.max(0, state.refusals - 2) : state.refusals,
    isPromised: (state.isPromised || promisesSecrecy(heard)) && !isBetrayed(heard, state),
  }
}

const isBetrayed = ({ moves }: Heard, { isPromised }: PracticeState) =>
  isPromised && (moves.includes('limits') || moves.includes('what-next'))

/** Silence is room: the story goes on, if there is more of it that can be told. */
function toSilence(scenario: Scenario, state: PracticeState): Answered {
  const { open } = reachable(scenario, { cued: [], topics: [] }, state, 'full')
  const { value, next } = draw(state.draws)
  const [unit] = open
  return unit && value < 0.6 ? telling([unit], 'full', { ...state, draws: next }) : silent({ ...state, draws: next })
}

function toWords(scenario: Scenario, heard: Heard, state: PracticeState, effects: readonly Effect[]): Answered {
  const { class: code, flags } = heard.coded
  const isFelt = (because: Effect['because']) => effects.some(each => each.because === because)
  if (isFelt('betrayed')) return reacting(scenario, 'is-betrayed', { ...state, refusals: state.refusals + 2 })
  if (isGoodbye(heard)) return goodbye(scenario, state)
  if (isFelt('blamed')) return resist(scenario, heard, state, 'is-blamed')
  if (state.turn === 1 && code === 'facilitator') return reacting(scenario, 'greets', state)
  if (isSayingBack(heard, state)) return reacting(scenario, 'hears-limits', state)
  if (isAboutTalk(heard)) return toOther(scenario, heard, state)
  if (state.refusals >= 2 && (state.pressure >= 30 || scenario.declines) && asks.includes(code))
    return resist(scenario, heard, state)
  if (flags.includes('jargon') || heard.hasIdiom) return reacting(scenario, 'asks-meaning', state, 'asks-meaning')
  switch (code) {
    case 'invitation':
    case 'cued-invitation':
      return toOpen(scenario, heard, state)
    case 'facilitator':
      return toEncouragement(scenario, heard, state)
    case 'directive':
      return asksAgain(heard, state)
        ? reacting(scenario, 'told-you', state, 'told-you')
        : toNarrow(scenario, heard, state)
    case 'option-posing':
      return asksAgain(heard, state)
        ? reacting(scenario, 'told-you', state, 'told-you')
        : toYesOrNo(scenario, heard, state)
    case 'suggestive':
      return toLeading(scenario, heard, state)
    case 'supportive':
      return toSupport(scenario, state)
    case 'other':
      return toOther(scenario, heard, state)
  }
}

/** A goodbye, and no question about one: "You said that she just said bye. Tell me about it." */
const isGoodbye = ({ moves, coded, topics, cued }: Heard): boolean =>
  moves.includes('goodbye') && !(asksOpenly.includes(coded.class) && topics.length + cued.length > 0)

/** A break, a no that is taken, whether the interpreter suits: the answer is to that, however it was put. */
const isAboutTalk = ({ moves, coded, cued }: Heard): boolean =>
  moves.some(each => aboutTalk.includes(each) && (cued.length === 0 || !asksOpenly.includes(coded.class))) ||
  // "Does that make sense?" asks about the talk, not about what happened.
  (coded.class === 'option-posing' && cued.length === 0 && moves.length > 0)

/** Asked to say back what they were told of the limits, they do, and tell nothing of what happened. */
const isSayingBack = ({ moves, cued }: Heard, state: PracticeState): boolean =>
  moves.includes('said-back') && !moves.includes('tells-back') && cued.length === 0 && state.moves.includes('limits')

const aboutTalk: readonly PracticeMove[] = ['break', 'accepts-no', 'interpreter-checked']

const asksOpenly: readonly Heard['coded']['class'][] = ['invitation', 'cued-invitation', 'directive']

const asks: readonly Heard['coded']['class'][] = [...asksOpenly, 'option-posing', 'suggestive']

/** Support asks for nothing. Now and then it is what lets something slip. */
function toSupport(scenario: Scenario, state: PracticeState): Answered {
  const slipped = scenario.units.find(
    unit => unit.hint && state.told[unit.id] === undefined && unit.topic === state.topic,
  )
  const { value, next } = draw(state.draws)
  const drawn = { ...state, draws: next }
  return slipped && value < 0.3 ? telling([slipped], 'hinted', drawn) : reacting(scenario, 'is-thanked', drawn)
}

/** Introductions, rules, explanations: they are heard. */
function toOther(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { moves } = heard
  if (promisesSecrecy(heard)) return reacting(scenario, 'is-promised', state)
  if (moves.includes('interpreter-checked')) return checked(scenario, state)
  if (moves.includes('break') || (moves.includes('accepts-no') && scenario.declines))
    return reacting(scenario, 'break', state)
  if (moves.includes('limits')) return reacting(scenario, 'hears-limits', state)
  if (moves.includes('tells-back')) return reacting(scenario, 'yes', state, 'yes')
  if (moves.includes('introduces')) return reacting(scenario, 'greets', state)
  return reacting(scenario, 'settles', state)
}

function checked(scenario: Scenario, state: PracticeState): Answered {
  const line = scenario.interpreter?.checked
  return line ? { reply: plain('reacts', line.says, line.original), state } : reacting(scenario, 'settles', state)
}

function goodbye(scenario: Scenario, state: PracticeState): Answered {
  const said = reacting(scenario, 'says-goodbye', state, 'says-goodbye')
  return { ...said, state: { ...said.state, ended: 'closed' } }
}

/** What is seen beside what is said. */
function seenIn(
  scenario: Scenario,
  heard: Heard | Waited,
  { reply, state }: Answered,
  effects: readonly Effect[],
): Answered {
  const isMoved = effects.some(({ on, by }) => on === 'trust' && Math.abs(by) >= 5)
  const { body, state: after } = bodyOf(scenario, state, reply.says === '' || isMoved)
  const beside = interpreterIn(scenario, heard, after)
  return {
    reply: {
      ...reply,
      ...(body === undefined ? {} : { body }),
      ...(beside.seen === undefined ? {} : { interpreter: beside.seen }),
    },
    state: beside.state,
  }
}

function interpreterIn(
  { interpreter }: Scenario,
  heard: Heard | Waited,
  state: PracticeState,
): { seen?: string; state: PracticeState } {
  if (!interpreter) return { state }
  const said = heard === 'waited' ? undefined : heard
  const seen = said?.hasIdiom
    ? 'idiom'
    : said?.isTooLongToCarry
      ? 'shortened'
      : state.turn % 5 === 0
        ? 'asides'
        : undefined
  if (!seen) return { state }
  const { line, state: after } = oneOf(interpreter[seen], `interpreter-${seen}`, state)
  return { ...(line ? { seen: line.says } : {}), state: after }
}
