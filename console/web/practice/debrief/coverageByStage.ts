import type { CoverageLine } from '../../../../dialogs/practice/debrief/debrief.ts'
import type { Scenario } from '../../../../dialogs/practice/scenario/scenario.ts'
import { stageOfTopic } from '../../../../dialogs/practice/scenario/terms.ts'

export interface CoveredStage {
  stage: string
  lines: readonly CoverageLine[]
}

/** What the young person had to tell of each stage of the guide, in the order of the scenario. What they had nothing on is left out. */
export function coverageByStage(lines: readonly CoverageLine[], { units }: Pick<Scenario, 'units'>): CoveredStage[] {
  const stages = new Map<string, CoverageLine[]>()
  for (const line of lines) {
    const unit = units.find(({ id }) => line.units.includes(id))
    if (!unit || line.state === 'not-in-scenario') continue
    const stage = stageOfTopic[unit.topic]
    stages.set(stage, [...(stages.get(stage) ?? []), line])
  }
  return [...stages].map(([stage, found]) => ({ stage, lines: found }))
}
