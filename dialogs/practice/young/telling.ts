import type { DetailUnit, Scenario } from '../scenario/scenario.ts'
import type { PracticeTopic } from '../scenario/terms.ts'
import { isOpen } from './gates.ts'
import type { Heard } from './heard.ts'
import { type HowTold, isTold, type PracticeState } from './practiceState.ts'
import type { YoungReply } from './reply.ts'

/** Details a question may bring out, and those that it asks for and that stay shut. In the order they are told. */
export interface Reachable {
  open: readonly DetailUnit[]
  shut: readonly DetailUnit[]
}

/** Until when a detail has more to it: one told in short can still be told in full. */
const isLeft = (unit: DetailUnit, state: PracticeState, how: HowTold) =>
  !isTold(state, unit.id) || (how === 'full' && state.told[unit.id] === 'short')

/** What the words ask for by name comes first, then what else belongs to what they are about. */
export function reachable(
  { units }: Scenario,
  { cued, topics }: Pick<Heard, 'cued' | 'topics'>,
  state: PracticeState,
  how: 'full' | 'short',
): Reachable {
  const left = units.filter(unit => isLeft(unit, state, how))
  const isSlipped = ({ id }: DetailUnit) => state.told[id] === 'hinted' || state.told[id] === 'minimised'
  const byName = left.filter(({ id }) => cued.includes(id))
  // What they let slip themselves is what is taken up.
  const named = [...byName.filter(isSlipped), ...byName.filter(unit => !isSlipped(unit))]
  const asked = [...topicsOf(units, cued), ...topics]
  const about = asked.length > 0 ? asked : state.topic ? [state.topic] : []
  // What the question names first is what it is about: "who was there" is about people before it is about a place.
  const around = left
    .filter(unit => !named.includes(unit) && about.includes(unit.topic))
    .toSorted((a, b) => about.indexOf(a.topic) - about.indexOf(b.topic))
  const ordered = [...named, ...around]
  return {
    open: ordered.filter(unit => isOpen(unit, state)),
    shut: ordered.filter(unit => !isOpen(unit, state)),
  }
}

/** Whatever else is open, in the order of the scenario: how a story goes on when what was asked is told. */
export const elsewhere = ({ units }: Scenario, state: PracticeState, besides: readonly DetailUnit[]): DetailUnit[] =>
  units.filter(unit => !besides.includes(unit) && isLeft(unit, state, 'short') && isOpen(unit, state))

const topicsOf = (units: readonly DetailUnit[], ids: readonly string[]): PracticeTopic[] =>
  units.filter(({ id }) => ids.includes(id)).map(({ topic }) => topic)

/** These details told, one after the other, and the state once they are. */
export function tell(
  units: readonly DetailUnit[],
  how: 'full' | 'short' | 'minimised' | 'hinted',
  state: PracticeState,
): { reply: Omit<YoungReply, 'kind'>; state: PracticeState } {
  const said = units.map(unit => wordsOf(unit, how))
  const originals = said.flatMap(({ original }) => original ?? [])
  const last = units.at(-1)
  return {
    reply: {
      says: said.map(({ says }) => says).join(' '),
      ...(originals.length > 0 ? { original: originals.join(' ') } : {}),
      told: units.map(({ id }) => ({ unit: id, how })),
      mistakes: [],
    },
    state: {
      ...state,
      told: { ...state.told, ...Object.fromEntries(units.map(({ id }) => [id, how])) },
      denied: state.denied.filter(id => !units.some(unit => unit.id === id)),
      ...(last ? { topic: last.topic } : {}),
    },
  }
}

function wordsOf(unit: DetailUnit, how: HowTold): { says: string; original?: string | undefined } {
  if (how === 'full') return { says: unit.full, original: unit.originalFull }
  if (how === 'short') return { says: unit.short, original: unit.originalShort }
  if (how === 'minimised') return { says: unit.minimised ?? '', original: unit.originalMinimised }
  return { says: unit.hint ?? '', original: unit.originalHint }
}
