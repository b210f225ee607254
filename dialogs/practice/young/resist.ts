import type { Scenario } from '../scenario/scenario.ts'
import type { LineGroup } from '../scenario/terms.ts'
import { type Answered, reacting, silent, telling } from './answered.ts'
import type { Heard } from './heard.ts'
import type { PracticeState } from './practiceState.ts'
import { reachable } from './telling.ts'

/** The ladder of refusing: each time one rung further, until they ask to stop, and go if nobody listens. */
export function resist(scenario: Scenario, heard: Heard, state: PracticeState, first?: LineGroup): Answered {
  const rung = state.refusals
  const next = { ...state, refusals: rung + 1 }
  if (first && rung < 2) return reacting(scenario, first, next)
  if (rung <= 1) return reacting(scenario, 'changes-topic', next, 'changes-topic')
  if (rung === 2) return reacting(scenario, 'does-not-know', next, 'does-not-know')
  if (rung === 3) {
    const { shut } = reachable(scenario, heard, next, 'short')
    // Only what they were asked for: nobody begins to explain away what was never spoken of.
    const less = shut.find(
      unit => heard.cued.includes(unit.id) && unit.minimised && state.told[unit.id] !== 'minimised',
    )
    return less ? telling([less], 'minimised', next) : reacting(scenario, 'rather-not', next, 'rather-not')
  }
  if (rung === 4) return silent(next)
  if (rung <= 6 || state.pressure < 40) return reacting(scenario, 'asks-to-stop', next, 'asks-to-stop')
  const gone = reacting(scenario, 'leaves', next, 'leaves')
  return { ...gone, state: { ...gone.state, ended: 'left' } }
}
