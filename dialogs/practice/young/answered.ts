import type { DetailUnit, Scenario } from '../scenario/scenario.ts'
import type { LineGroup } from '../scenario/terms.ts'
import type { PracticeState } from './practiceState.ts'
import type { ReplyKind, YoungReply } from './reply.ts'
import { sayOne } from './saying.ts'
import { tell } from './telling.ts'

/** An answer, and how they are after it. */
export interface Answered {
  reply: YoungReply
  state: PracticeState
}

/** Details told, as an answer. */
export function telling(
  units: readonly DetailUnit[],
  how: 'full' | 'short' | 'minimised' | 'hinted',
  state: PracticeState,
): Answered {
  const { reply, state: after } = tell(units, how, state)
  const kind = how === 'minimised' ? 'minimises' : how === 'hinted' ? 'hints' : 'tells'
  return { reply: { kind, ...reply }, state: after }
}

/** One line of a group, as an answer; nothing said where every line of it is used up. */
export function reacting(
  scenario: Scenario,
  group: LineGroup,
  state: PracticeState,
  kind: ReplyKind = 'reacts',
): Answered {
  const { says, original, state: after } = sayOne(scenario, group, state)
  return says === '' ? silent(after) : { reply: plain(kind, says, original), state: after }
}

/** No words. */
export const silent = (state: PracticeState): Answered => ({ reply: plain('silent', ''), state })

/** Words that tell no detail. */
export const plain = (kind: ReplyKind, says: string, original?: string): YoungReply => ({
  kind,
  says,
  ...(original === undefined ? {} : { original }),
  told: [],
  mistakes: [],
})

/** Two things said one after the other. */
export const joined = (first: string, second: string) => [first, second].filter(Boolean).join(' ')
