import type { DetailUnit, Scenario } from '../scenario/scenario.ts'
import type { Level, LineGroup } from '../scenario/terms.ts'
import { draw, drawCount } from './draw.ts'
import { type Effect, effectsOf } from './effects.ts'
import type { Heard, Waited } from './heard.ts'
import type { PracticeState } from './practiceState.ts'
import { profiles } from './profiles.ts'
import type { ReplyKind, YoungReply } from './reply.ts'
import { bodyOf, oneOf, sayOne } from './saying.ts'
import { elsewhere, reachable, tell } from './telling.ts'

/** What became of it. */
export interface Responded {
  reply: YoungReply
  effects: readonly Effect[]
  state: PracticeState
}

interface Answered {
  reply: YoungReply
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
    isPromised: (state.isPromised || coded.flags.includes('secrecy-promise')) && !isBetrayed(heard, state),
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
  if (heard.moves.includes('goodbye')) return goodbye(scenario, state)
  if (isFelt('blamed')) return resist(scenario, heard, state, 'is-blamed')
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
      return flags.includes('repeated')
        ? reacting(scenario, 'told-you', state, 'told-you')
        : toNarrow(scenario, heard, state)
    case 'option-posing':
      return flags.includes('repeated')
        ? reacting(scenario, 'told-you', state, 'told-you')
        : toYesOrNo(scenario, heard, state)
    case 'suggestive':
      return toLeading(scenario, heard, state)
    case 'supportive':
      return toSupport(scenario, heard, state)
    case 'other':
      return toOther(scenario, heard, state)
  }
}

const asks: readonly Heard['coded']['class'][] = [
  'invitation',
  'cued-invitation',
  'directive',
  'option-posing',
  'suggestive',
]

/** As much as comes to them, and more when everything is asked for. */
function toOpen(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { recommended } = profiles[scenario.profile]
  const { count, next } = drawCount(state.draws, recommended.value)
  const drawn = { ...state, draws: next }
  const { open, shut } = reachable(scenario, heard, drawn, 'full')
  const isYoung = scenario.profile === 'cooperative-young'
  const wanted = isYoung ? count : Math.max(1, count) + (heard.isWide ? 1 : 0)
  const further = open.length < wanted ? elsewhere(scenario, drawn, [...open, ...shut]) : []
  // Asked about something by name, a story does not wander off before that is told.
  const units = (heard.cued.length > 0 && open.length === 0 && shut.length > 0 ? open : [...open, ...further]).slice(
    0,
    wanted,
  )
  if (units.length > 0) return withMistake(scenario, telling(units, 'full', drawn), 'recommended')
  return open.length > 0
    ? reacting(scenario, 'does-not-know', drawn, 'does-not-know')
    : notTelling(scenario, shut, drawn)
}

/** "Mm-hm": the same story goes on. */
function toEncouragement(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { open, shut } = reachable(scenario, { ...heard, topics: [] }, state, 'full')
  const [unit] = open
  return unit ? telling([unit], 'full', state) : notTelling(scenario, shut, state)
}

/** One thing, shortly. A young child who helps says what else comes to mind. */
function toNarrow(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { recommended } = profiles[scenario.profile]
  const { count, next } = drawCount(state.draws, recommended.value)
  const drawn = { ...state, draws: next }
  const { open, shut } = reachable(scenario, heard, drawn, 'short')
  const isNamedShut = shut.some(({ id }) => heard.cued.includes(id)) && !open.some(({ id }) => heard.cued.includes(id))
  if (isNamedShut) return notTelling(scenario, shut, drawn)
  const wanted = scenario.profile === 'cooperative-young' ? count : 1
  const further = scenario.profile === 'cooperative-young' ? elsewhere(scenario, drawn, [...open, ...shut]) : []
  const units = [...open, ...further].slice(0, wanted)
  if (units.length > 0) return withMistake(scenario, telling(units, 'short', drawn), 'recommended')
  return open.length > 0
    ? reacting(scenario, 'does-not-know', drawn, 'does-not-know')
    : notTelling(scenario, shut, drawn)
}

/** Yes, no or do not know; now and then with something added. */
function toYesOrNo(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { count, next } = drawCount(state.draws, profiles[scenario.profile].other.value)
  const drawn = { ...state, draws: next }
  const asked = scenario.units.filter(({ id }) => heard.cued.includes(id))
  if (heard.isLiteral)
    return reacting(scenario, asked.length > 0 || heard.topics.length > 0 ? 'yes' : 'no', drawn, 'yes')
  const { open, shut } = reachable(scenario, heard, drawn, 'short')
  const shutAsked = shut.filter(unit => asked.includes(unit))
  if (asked.length > 0 && shutAsked.length === asked.length) return denying(scenario, shutAsked, drawn)
  const isYes = asked.length > 0
  const further = scenario.profile === 'cooperative-young' ? elsewhere(scenario, drawn, [...open, ...shut]) : []
  const units = [...open, ...further].slice(0, count)
  const answer = sayOne(scenario, isYes ? 'yes' : heard.topics.length > 0 ? 'does-not-know' : 'no', drawn)
  const kind: ReplyKind = isYes ? 'yes' : heard.topics.length > 0 ? 'does-not-know' : 'no'
  if (units.length === 0) return { reply: plain(kind, answer.says, answer.original), state: answer.state }
  const told = telling(units, 'short', answer.state)
  return withMistake(
    scenario,
    { ...told, reply: { ...told.reply, says: joined(isYes ? answer.says : '', told.reply.says) } },
    'other',
  )
}

/** Something was put to them: a compliant child may take it over, a guarded one shuts down. */
function toLeading(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { led, pressed } = profiles[scenario.profile].accepts
  const [first, second] = [draw(state.draws), draw(draw(state.draws).next)]
  const drawn = { ...state, draws: second.next }
  const isPressed = heard.isDoubting || heard.coded.flags.includes('contingent-praise') || state.pressure >= 50
  const chance = (isPressed ? pressed : led).value * (scenario.isCompliant ? 1 : 0.5)
  const mistake = scenario.mistakes.find(({ id }) => heard.put.includes(id) && !state.contaminated.includes(id))
  if (mistake && first.value < chance) {
    const reply = { ...plain('accepts', mistake.says), mistakes: [mistake.id] }
    return { reply, state: { ...drawn, contaminated: [...drawn.contaminated, mistake.id], topic: mistake.topic } }
  }
  const asked = scenario.units.filter(({ id }) => heard.cued.includes(id))
  const { open, shut } = reachable(scenario, heard, drawn, 'short')
  const { count, next } = drawCount(drawn.draws, profiles[scenario.profile].other.value)
  const counted = { ...drawn, draws: next }
  const shutAsked = shut.filter(unit => asked.includes(unit))
  if (asked.length > 0 && shutAsked.length === asked.length) return denying(scenario, shutAsked, counted)
  if (scenario.profile === 'teenage' && state.trust < 45) return resist(scenario, heard, counted, 'is-led')
  const further = scenario.profile === 'cooperative-young' ? elsewhere(scenario, counted, [...open, ...shut]) : []
  const units = [...open, ...further].slice(0, count)
  if (units.length > 0) return withMistake(scenario, telling(units, 'short', counted), 'other')
  return asked.length > 0 ? reacting(scenario, 'yes', counted, 'yes') : reacting(scenario, 'is-led', counted)
}

/** Support asks for nothing. Now and then it is what lets something slip. */
function toSupport(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const slipped = scenario.units.find(
    unit => unit.hint && state.told[unit.id] === undefined && unit.topic === state.topic,
  )
  const { value, next } = draw(state.draws)
  const drawn = { ...state, draws: next }
  if (heard.moves.includes('interpreter-checked')) return checked(scenario, drawn)
  return slipped && value < 0.3 ? telling([slipped], 'hinted', drawn) : reacting(scenario, 'is-thanked', drawn)
}

/** Introductions, rules, explanations: they are heard. */
function toOther(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { moves, coded } = heard
  if (coded.flags.includes('secrecy-promise')) return reacting(scenario, 'is-promised', state)
  if (moves.includes('interpreter-checked')) return checked(scenario, state)
  if (moves.includes('break') || moves.includes('accepts-no')) return reacting(scenario, 'break', state)
  if (moves.includes('limits')) return reacting(scenario, 'hears-limits', state)
  if (moves.includes('introduces')) return reacting(scenario, 'greets', state)
  return reacting(scenario, 'settles', state)
}

function checked(scenario: Scenario, state: PracticeState): Answered {
  const line = scenario.interpreter?.checked
  return line ? { reply: plain('reacts', line.says, line.original), state } : reacting(scenario, 'settles', state)
}

/** What they were asked is shut, or there is nothing: a hint, or less than it was, or a way of not saying it. */
function notTelling(scenario: Scenario, shut: readonly DetailUnit[], state: PracticeState): Answered {
  if (shut.length === 0) return reacting(scenario, 'nothing-more', state, 'nothing-more')
  const { value, next } = draw(state.draws)
  const drawn = { ...state, draws: next }
  const hint = shut.find(unit => unit.hint && state.told[unit.id] === undefined)
  if (hint) return telling([hint], 'hinted', drawn)
  const less = shut.find(unit => unit.minimised && state.told[unit.id] !== 'minimised')
  if (less && value < 0.5) return telling([less], 'minimised', drawn)
  return value < 0.75
    ? reacting(scenario, 'does-not-know', drawn, 'does-not-know')
    : reacting(scenario, 'rather-not', drawn, 'rather-not')
}

/** Asked straight for something they do not tell: no. */
function denying(scenario: Scenario, shut: readonly DetailUnit[], state: PracticeState): Answered {
  const answer = sayOne(scenario, 'no', state)
  const denied = [...new Set([...state.denied, ...shut.map(({ id }) => id)])]
  return { reply: plain('no', answer.says, answer.original), state: { ...answer.state, denied } }
}

/** The ladder of refusing: each time one rung further, until they ask to stop, and go if nobody listens. */
function resist(scenario: Scenario, heard: Heard, state: PracticeState, first?: LineGroup): Answered {
  const rung = state.refusals
  const next = { ...state, refusals: rung + 1 }
  if (first && rung < 2) return reacting(scenario, first, next)
  if (rung <= 1) return reacting(scenario, 'changes-topic', next, 'changes-topic')
  if (rung === 2) return reacting(scenario, 'does-not-know', next, 'does-not-know')
  if (rung === 3) {
    const { shut } = reachable(scenario, heard, next, 'short')
    const less = shut.find(unit => unit.minimised && state.told[unit.id] !== 'minimised')
    return less ? telling([less], 'minimised', next) : reacting(scenario, 'rather-not', next, 'rather-not')
  }
  if (rung === 4) return silent(next)
  if (rung <= 6 || state.pressure < 40) return reacting(scenario, 'asks-to-stop', next, 'asks-to-stop')
  const gone = reacting(scenario, 'leaves', next, 'leaves')
  return { ...gone, state: { ...gone.state, ended: 'left' } }
}

function goodbye(scenario: Scenario, state: PracticeState): Answered {
  const said = reacting(scenario, 'says-goodbye', state, 'says-goodbye')
  return { ...said, state: { ...said.state, ended: 'closed' } }
}

/** Something that did not happen, as young children say now and then without being led. */
function withMistake(scenario: Scenario, answered: Answered, asked: 'recommended' | 'other'): Answered {
  const chance = profiles[scenario.profile].mistakes[asked].value
  if (chance === 0) return answered
  const { value, next } = draw(answered.state.draws)
  const state = { ...answered.state, draws: next }
  const mistake = scenario.mistakes.find(({ id }) => !state.contaminated.includes(id))
  if (!mistake || value >= chance) return { ...answered, state }
  return {
    reply: { ...answered.reply, says: joined(answered.reply.says, mistake.says), mistakes: [mistake.id] },
    state: { ...state, contaminated: [...state.contaminated, mistake.id] },
  }
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

function telling(
  units: readonly DetailUnit[],
  how: 'full' | 'short' | 'minimised' | 'hinted',
  state: PracticeState,
): Answered {
  const { reply, state: after } = tell(units, how, state)
  const kind = how === 'minimised' ? 'minimises' : how === 'hinted' ? 'hints' : 'tells'
  return { reply: { kind, ...reply }, state: after }
}

function reacting(scenario: Scenario, group: LineGroup, state: PracticeState, kind: ReplyKind = 'reacts'): Answered {
  const { says, original, state: after } = sayOne(scenario, group, state)
  return says === '' ? silent(after) : { reply: plain(kind, says, original), state: after }
}

const silent = (state: PracticeState): Answered => ({ reply: plain('silent', ''), state })

const plain = (kind: ReplyKind, says: string, original?: string): YoungReply => ({
  kind,
  says,
  ...(original === undefined ? {} : { original }),
  told: [],
  mistakes: [],
})

const joined = (first: string, second: string) => [first, second].filter(Boolean).join(' ')
