import type { Scenario } from '../scenario/scenario.ts'
import type { CoverageLine, UntoldDetail } from './debrief.ts'

/** What became of each item of the guide's coverage, in the order given; of those this young person can tell of, unless given. */
export function coverageLines(
  { units }: Scenario,
  untold: readonly UntoldDetail[],
  items: readonly string[] = [...new Set(units.flatMap(({ coverage }) => coverage))],
): CoverageLine[] {
  const left = new Map(untold.map(detail => [detail.unit, detail]))
  return items.map(item => {
    const telling = units.filter(({ coverage }) => coverage.includes(item)).map(({ id }) => id)
    return { item, state: stateOf(telling, left), units: telling }
  })
}

function stateOf(telling: readonly string[], left: ReadonlyMap<string, UntoldDetail>): CoverageLine['state'] {
  if (telling.length === 0) return 'not-in-scenario'
  if (telling.some(unit => !left.has(unit))) return 'told'
  const details = telling.flatMap(unit => left.get(unit) ?? [])
  if (details.some(({ partly }) => partly === 'minimised')) return 'minimised'
  return details.some(({ why }) => why !== 'not-asked') ? 'asked-not-told' : 'not-asked'
}
