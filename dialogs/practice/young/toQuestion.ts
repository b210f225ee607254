import type { DetailUnit, Scenario } from '../scenario/scenario.ts'
import { type Answered, joined, plain, reacting, telling } from './answered.ts'
import { draw, drawCount } from './draw.ts'
import type { Heard } from './heard.ts'
import { isTold, type PracticeState } from './practiceState.ts'
import { profiles } from './profiles.ts'
import type { YoungReply } from './reply.ts'
import { resist } from './resist.ts'
import { elsewhere, type Reachable, reachable } from './telling.ts'

/** What a question finds: details asked for and around them, what else is open, and how many come to mind. */
interface Found extends Reachable {
  /** Those its words ask for, told or not. */
  asked: readonly DetailUnit[]
  /** Whether all of those are shut. */
  isShut: boolean
  /** Whether those of them that were not told in full are shut. */
  isRestShut: boolean
  further: readonly DetailUnit[]
  count: number
  state: PracticeState
}

function findFor(scenario: Scenario, heard: Heard, before: PracticeState, how: 'full' | 'short', mean: number): Found {
  const { count, next } = drawCount(before.draws, mean)
  const state = { ...before, draws: next }
  const { open, shut } = reachable(scenario, heard, state, how)
  const asked = scenario.units.filter(({ id }) => heard.cued.includes(id))
  return {
    open,
    shut,
    asked,
    isShut: asked.length > 0 && asked.every(unit => shut.includes(unit)),
    isRestShut: isRestShut(asked, shut, state),
    further: elsewhere(scenario, state, [...open, ...shut]),
    count: Math.min(count, state.energy < 20 ? 1 : isLittle(scenario) ? count : most),
    state,
  }
}

function isRestShut(asked: readonly DetailUnit[], shut: readonly DetailUnit[], state: PracticeState): boolean {
  const slipped = asked.filter(({ id }) => state.told[id] === 'hinted' || state.told[id] === 'minimised')
  // What they let slip is what was taken up, whatever else the words may ask for.
  const rest = slipped.length > 0 ? slipped : asked.filter(({ id }) => state.told[id] !== 'full')
  return rest.length > 0 && rest.every(unit => shut.includes(unit))
}

/** Details that somebody older tells in one go. An assumption. */
const most = 3

/** As much as comes to them, and more when everything is asked for. */
export function toOpen(scenario: Scenario, heard: Heard, before: PracticeState): Answered {
  const found = findFor(scenario, heard, before, 'full', profiles[scenario.profile].recommended.value)
  const { open, isRestShut, further, count, state } = found
  if (isLittle(scenario)) return toldByLittle(scenario, found, 'full')
  if (isRestShut) return notTelling(scenario, found)
  // Who is asked about one thing and can tell none of it does not tell another.
  const wanders = heard.isWide || (heard.topics.length === 0 && heard.cued.length === 0)
  const units = [...open, ...(wanders ? further : [])].slice(0, Math.max(1, count) + (heard.isWide ? 1 : 0))
  return units.length > 0 ? telling(units, 'full', state) : notTelling(scenario, found)
}

/** "Mm-hm": the same story goes on. */
export function toEncouragement(scenario: Scenario, heard: Heard, state: PracticeState): Answered {
  const { open, shut } = reachable(scenario, { ...heard, topics: [] }, state, 'full')
  const [unit] = open
  if (state.topic === undefined && !unit) return reacting(scenario, 'settles', state)
  return unit ? telling([unit], 'full', state) : notTelling(scenario, { shut, asked: [], state })
}

/** One thing, shortly. */
export function toNarrow(scenario: Scenario, heard: Heard, before: PracticeState): Answered {
  const found = findFor(scenario, heard, before, 'short', profiles[scenario.profile].recommended.value)
  const { open, asked, isRestShut, state } = found
  const [told] = asked
  if (told && asked.every(({ id }) => isTold(state, id))) return tellingAgain(scenario, told, state)
  if (isLittle(scenario)) return toldByLittle(scenario, found, 'short')
  // What is asked for in no words that they know is not answered by whatever else there is.
  const isUnderstood = heard.cued.length > 0 || heard.topics.length > 0
  if (!isUnderstood) return reacting(scenario, 'does-not-know', state, 'does-not-know')
  const [unit] = isRestShut ? [] : open
  return unit ? telling([unit], 'short', state) : notTelling(scenario, found)
}

/** Asked for what they have told: that they have, and what it was. */
function tellingAgain(scenario: Scenario, unit: DetailUnit, state: PracticeState): Answered {
  const { reply, state: after } = reacting(scenario, 'told-you', state, 'told-you')
  return {
    reply: {
      ...reply,
      says: joined(reply.says, unit.short),
      ...(reply.original && unit.originalShort ? { original: joined(reply.original, unit.originalShort) } : {}),
    },
    state: after,
  }
}

/** A young child who helps tells what comes to mind, whatever was asked. */
function toldByLittle(scenario: Scenario, found: Found, how: 'full' | 'short'): Answered {
  const { open, shut, isShut, further, count, state } = found
  const hint = isShut && shut.some(unit => unit.hint && state.told[unit.id] === undefined)
  if (hint) return notTelling(scenario, found)
  const units = [...open, ...further].slice(0, count)
  if (units.length > 0) return withMistake(scenario, telling(units, how, state), 'recommended')
  if (isShut || (open.length === 0 && further.length === 0)) return notTelling(scenario, found)
  return reacting(scenario, 'does-not-know', state, 'does-not-know')
}

const isLittle = ({ profile }: Scenario) => profile === 'cooperative-young'

/** Yes, no or do not know; now and then with something added. */
export function toYesOrNo(scenario: Scenario, heard: Heard, before: PracticeState): Answered {
  const found = findFor(scenario, heard, before, 'short', profiles[scenario.profile].other.value)
  const { asked, isShut, state } = found
  if (heard.isLiteral) {
    const isKnown = asked.length > 0 || heard.topics.length > 0
    return isKnown ? reacting(scenario, 'yes', state, 'yes') : reacting(scenario, 'no', state, 'no')
  }
  if (isShut) return withMore(scenario, found, denying(scenario, asked, state))
  const [first] = asked
  if (first) return withMore(scenario, found, confirming(scenario, first, state))
  if (heard.put.length > 0) return withMore(scenario, found, reacting(scenario, 'no', state, 'no'))
  // They know whether they are hurt or ill: what is no detail of theirs is not so.
  const isAbout = heard.topics.length > 0 && !heard.topics.includes('health')
  const kind = isAbout ? 'does-not-know' : 'no'
  return withMore(scenario, found, reacting(scenario, kind, state, kind))
}

/** Something was put to them: a compliant child may take it over, a guarded one shuts down. */
export function toLeading(scenario: Scenario, heard: Heard, before: PracticeState): Answered {
  const { led, pressed } = profiles[scenario.profile].accepts
  const { value, next } = draw(before.draws)
  const drawn = { ...before, draws: next }
  const isPressed = heard.isDoubting || heard.coded.flags.includes('contingent-praise') || before.pressure >= 50
  const chance = (isPressed ? pressed : led).value * (scenario.isCompliant ? 1 : 0.5)
  const mistake = scenario.mistakes.find(({ id }) => heard.put.includes(id) && !before.contaminated.includes(id))
  if (mistake && value < chance) {
    const reply = { ...plain('accepts', mistake.says), mistakes: [mistake.id] }
    return { reply, state: { ...drawn, contaminated: [...drawn.contaminated, mistake.id], topic: mistake.topic } }
  }
  const found = findFor(scenario, heard, drawn, 'short', profiles[scenario.profile].other.value)
  const { asked, isShut, state } = found
  if (isShut) return withMore(scenario, found, denying(scenario, asked, state))
  if (!isLittle(scenario) && state.trust < 45) return resist(scenario, heard, state, 'is-led')
  const [first] = asked
  if (first) return withMore(scenario, found, confirming(scenario, first, state))
  // Put to them and not so.
  if (heard.put.length > 0) return withMore(scenario, found, reacting(scenario, 'no', state, 'no'))
  return withMore(scenario, found, reacting(scenario, 'is-led', state))
}

/** Asked straight for something that can be told: yes, or no where it is that something is not so. The talk is then about it. */
const confirming = (scenario: Scenario, { closedAnswer, topic }: DetailUnit, state: PracticeState): Answered =>
  reacting(scenario, closedAnswer, { ...state, topic }, closedAnswer)

/** What is added to a yes or a no: by somebody older only what was asked, by a young child what comes to mind. */
function withMore(scenario: Scenario, { open, asked, further, count }: Found, answer: Answered): Answered {
  const possible = isLittle(scenario) ? [...open, ...further] : open.filter(unit => asked.includes(unit))
  const units = possible.slice(0, count)
  if (units.length === 0) return answer
  const told = telling(units, 'short', answer.state)
  const isAnswer = answer.reply.kind === 'yes' || answer.reply.kind === 'no'
  const said = isAnswer ? joinedReply(answer.reply, told.reply) : told.reply
  return withMistake(scenario, { reply: said, state: told.state }, 'other')
}

const joinedReply = (first: YoungReply, second: YoungReply): YoungReply => ({
  ...second,
  kind: first.kind,
  says: joined(first.says, second.says),
  ...(first.original && second.original ? { original: joined(first.original, second.original) } : {}),
})

/** What they were asked is shut, or there is nothing: a hint, or less than it was, or a way of not saying it. */
function notTelling(
  scenario: Scenario,
  { shut: all, asked, state }: Pick<Found, 'shut' | 'asked' | 'state'>,
): Answered {
  const named = all.filter(unit => asked.includes(unit))
  const shut = named.length > 0 ? named : all
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
  const denied = [...new Set([...state.denied, ...shut.map(({ id }) => id)])]
  return reacting(scenario, 'no', { ...state, denied }, 'no')
}

/** Something that did not happen, as young children say now and then without being led. */
function withMistake(scenario: Scenario, answered: Answered, asked: 'recommended' | 'other'): Answered {
  const chance = profiles[scenario.profile].mistakes[asked].value
  if (chance === 0) return answered
  const { value, next } = draw(answered.state.draws)
  const state = { ...answered.state, draws: next }
  const mistake = scenario.mistakes.find(({ id, isSmall }) => isSmall && !state.contaminated.includes(id))
  if (!mistake || value >= chance) return { ...answered, state }
  return {
    reply: { ...answered.reply, says: joined(answered.reply.says, mistake.says), mistakes: [mistake.id] },
    state: { ...state, contaminated: [...state.contaminated, mistake.id] },
  }
}
