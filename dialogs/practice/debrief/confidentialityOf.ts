import type { Scenario } from '../scenario/scenario.ts'
import type { Confidentiality } from './debrief.ts'
import type { SeenTurn } from './seenTurns.ts'

/** Turns within which what cannot be kept secret is said again after something sensitive was told. An assumption. */
const turnsToRemind = 3

/** Whether it was honestly said what cannot be kept secret, when, and whether secrecy was promised. */
export function confidentialityOf(scenario: Scenario, turns: readonly SeenTurn[]): Confidentiality {
  const at = (is: (seen: SeenTurn) => boolean) => turns.filter(is).map(({ turn }) => turn.number)
  const isPromise = ({ turn }: SeenTurn) => turn.coded?.flags.includes('secrecy-promise') ?? false
  const explainedAt = at(seen => (seen.turn.heard?.moves.includes('limits') ?? false) && !isPromise(seen))
  const [firstDisclosureAt] = disclosuresIn(scenario, turns)
  const [first] = explainedAt
  return {
    explainedAt,
    ...(firstDisclosureAt === undefined ? {} : { firstDisclosureAt }),
    explained: explainedBy(first, firstDisclosureAt),
    ...(firstDisclosureAt === undefined
      ? {}
      : { reminded: explainedAt.some(each => each > firstDisclosureAt && each <= firstDisclosureAt + turnsToRemind) }),
    promisedAt: at(isPromise),
    brokenAt: at(({ turn }) => turn.effects.some(({ because }) => because === 'betrayed')),
  }
}

function explainedBy(first: number | undefined, disclosed: number | undefined): Confidentiality['explained'] {
  if (disclosed === undefined) return 'nothing-disclosed'
  if (first === undefined) return 'never'
  // What was said in the turn itself came before the answer to it.
  return first <= disclosed ? 'before-disclosure' : 'after-disclosure'
}

/** Turns in which something sensitive (2 or more of 3) was told for the first time. */
export function disclosuresIn({ units }: Scenario, turns: readonly SeenTurn[]): number[] {
  const sensitive = new Set(units.filter(({ sensitivity }) => sensitivity >= 2).map(({ id }) => id))
  return turns.filter(({ fresh }) => fresh.some(unit => sensitive.has(unit))).map(({ turn }) => turn.number)
}
