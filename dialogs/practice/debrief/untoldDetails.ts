import type { DetailUnit, Scenario } from '../scenario/scenario.ts'
import { leastTrust, shutBy } from '../young/gates.ts'
import { isTold, type PracticeState } from '../young/practiceState.ts'
import { reachable } from '../young/telling.ts'
import type { DontKnow, ToldDetail, UntoldDetail, UntoldWhy } from './debrief.ts'
import { asks, type SeenTurn } from './seenTurns.ts'
import { turnCounts } from './turnCounts.ts'

/** Every detail told in full or in short, in the order it came out, as fully as it was told by the end. */
export function toldDetails(turns: readonly SeenTurn[]): ToldDetail[] {
  const last = turns.at(-1)?.turn.state
  return turns.flatMap(({ turn, fresh }) =>
    fresh.map(unit => ({ unit, turn: turn.number, how: last?.told[unit] === 'full' ? ('full' as const) : 'short' })),
  )
}

/** Every other detail, and why it stayed untold. */
export function untoldDetails(scenario: Scenario, turns: readonly SeenTurn[], first: PracticeState): UntoldDetail[] {
  const last = turns.at(-1)?.turn.state ?? first
  return scenario.units.filter(({ id }) => !isTold(last, id)).map(unit => untoldDetail(unit, scenario, turns, last))
}

function untoldDetail(
  unit: DetailUnit,
  scenario: Scenario,
  turns: readonly SeenTurn[],
  last: PracticeState,
): UntoldDetail {
  const askedIn = turns.filter(seen => asksFor(unit, scenario, seen))
  const then = askedIn.at(-1)?.asAsked ?? last
  const gate = shutBy(unit, then)
  const partly = last.told[unit.id]
  return {
    unit: unit.id,
    why: whyUntold(unit, askedIn.length > 0, gate.length > 0, last),
    ...(partly === 'minimised' || partly === 'hinted' ? { partly } : {}),
    gate,
    trustShort: Math.max(0, leastTrust(unit) - then.trust),
    needs: unit.gate.needs.filter(each => !isTold(then, each)),
    after: unit.gate.after.filter(each => !then.moves.includes(each)),
    askedAt: askedIn.map(({ turn }) => turn.number),
  }
}

function whyUntold({ id }: DetailUnit, isAsked: boolean, isShut: boolean, { denied }: PracticeState): UntoldWhy {
  if (denied.includes(id)) return 'asked-closed-and-denied'
  if (!isAsked) return 'not-asked'
  return isShut ? 'not-telling' : 'more-to-tell'
}

/** Whether the question of this turn asks for a detail: by its own words, or by what it is about. */
function asksFor({ id }: DetailUnit, scenario: Scenario, seen: SeenTurn): boolean {
  const { open, shut } = asked(scenario, seen)
  return [...open, ...shut].some(unit => unit.id === id)
}

function asked(scenario: Scenario, { turn: { coded, heard }, asAsked }: SeenTurn) {
  if (!heard || !asks(coded?.class)) return { open: [], shut: [] }
  return reachable(scenario, heard, asAsked, 'short')
}

/** Each "don't know" to a question about what happened, and whether there was nothing to tell, it was not told, or it did not come to mind. */
export function dontKnows(scenario: Scenario, turns: readonly SeenTurn[]): DontKnow[] {
  return turns
    .filter(({ turn }) => turn.reply.kind === 'does-not-know' && turnCounts(turn) !== 'of-the-talk')
    .map(seen => {
      const { open, shut } = asked(scenario, seen)
      const isRefusing =
        seen.turn.state.refusals > seen.asAsked.refusals || seen.before.refusals < seen.turn.state.refusals
      const isNotTelling = isRefusing || (shut.length > 0 && open.length === 0)
      const why = isNotTelling ? 'not-telling' : open.length > 0 ? 'did-not-come' : 'not-known'
      const behind = why === 'not-telling' ? shut : why === 'did-not-come' ? open : []
      return { turn: seen.turn.number, why, units: behind.map(({ id }) => id) }
    })
}
