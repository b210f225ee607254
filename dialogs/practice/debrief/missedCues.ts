import type { Scenario } from '../scenario/scenario.ts'
import { isTold } from '../young/practiceState.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import { asks } from './seenTurns.ts'

/** Turns in which what was let slip, or made less of, can still be taken up. An assumption. */
const turnsToTakeUp = 3

/** By turn, a detail that was let slip there or made less of, and that no question took up in the next three turns. */
export function missedCues(scenario: Scenario, turns: readonly PracticeTurn[]): ReadonlyMap<number, string> {
  const missed = new Map<number, string>()
  for (const { number, reply } of turns) {
    const slipped = reply.told.find(({ how }) => how === 'hinted' || how === 'minimised')
    const after = turns.filter(turn => turn.number > number && turn.number <= number + turnsToTakeUp)
    const unit = scenario.units.find(({ id }) => id === slipped?.unit)
    if (unit && after.length > 0 && !after.some(turn => takesUp(turn, unit))) missed.set(number, unit.id)
  }
  return missed
}

/** Whether this turn asks about it in a way that leaves room, or brings it out. */
function takesUp({ coded, heard, state }: PracticeTurn, { id, topic }: { id: string; topic: string }): boolean {
  if (isTold(state, id)) return true
  if (!heard || !asks(coded?.class) || coded?.class === 'option-posing' || coded?.class === 'suggestive') return false
  return heard.cued.includes(id) || (coded?.class !== 'invitation' && heard.topics.some(each => each === topic))
}
