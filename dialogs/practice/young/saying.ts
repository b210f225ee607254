import type { Scenario, Spoken } from '../scenario/scenario.ts'
import type { LineGroup, Posture } from '../scenario/terms.ts'
import { draw } from './draw.ts'
import type { PracticeState } from './practiceState.ts'

/** Something to say, and the state once it is said. */
export interface Saying {
  says: string
  original?: string
  state: PracticeState
}

/** One of the lines of a group: one that was not said yet, or when all were, one that may be said often. */
export function sayOne(scenario: Scenario, group: LineGroup, state: PracticeState): Saying {
  const { line, state: after } = oneOf(scenario.lines[group], group, state)
  return { says: line?.says ?? '', ...(line?.original ? { original: line.original } : {}), state: after }
}

/** What is seen of somebody else in the room, in the same way. */
export function oneOf(
  lines: readonly Spoken[],
  group: string,
  state: PracticeState,
): { line?: Spoken; state: PracticeState } {
  const placed = lines.map((line, at) => ({ line, key: `${group}/${at}` }))
  const unsaid = placed.filter(({ key }) => state.used[key] === undefined)
  const possible = unsaid.length > 0 ? unsaid : placed.filter(({ line }) => line.often)
  const { value, next } = draw(state.draws)
  const chosen = possible[Math.floor(value * possible.length)]
  if (!chosen) return { state: { ...state, draws: next } }
  const used = { ...state.used, [chosen.key]: (state.used[chosen.key] ?? 0) + 1 }
  return { line: chosen.line, state: { ...state, used, draws: next } }
}

/** How they look, by how they are. Nothing now and then: nobody is described at every turn. What was seen least comes next. */
export function bodyOf(
  scenario: Scenario,
  state: PracticeState,
  always: boolean,
): { body?: string; state: PracticeState } {
  const first = draw(state.draws)
  const second = draw(first.next)
  const after = { ...state, draws: second.next }
  if (!always && first.value < 0.5) return { state: after }
  const posture = postureOf(state)
  const seen = (at: number) => state.used[`${posture}/${at}`] ?? 0
  const lines = scenario.body[posture].map((body, at) => ({ body, key: `${posture}/${at}`, seen: seen(at) }))
  const least = Math.min(...lines.map(line => line.seen))
  const rarest = lines.filter(line => line.seen === least)
  const chosen = rarest[Math.floor(second.value * rarest.length)]
  if (!chosen) return { state: after }
  return { body: chosen.body, state: { ...after, used: { ...after.used, [chosen.key]: chosen.seen + 1 } } }
}

/** How they are to look at. */
export function postureOf({ trust, pressure, energy }: PracticeState): Posture {
  if (pressure >= 60) return 'upset'
  if (energy < 25) return 'tired'
  if (trust < 30 || pressure >= 40) return 'guarded'
  return trust >= 55 ? 'open' : 'neutral'
}
