import type { Clock } from '../../casework/clocks/clocksFor.ts'
import { type Deadline, deadlines, type Moment } from '../../casework/clocks/deadlines.ts'
import type { CaseFile } from '../../casework/episode/caseFile.ts'
import { type actMoments as ActMoments, actMoments } from './caseActs.ts'

/** A clock as it stands now: the server told it a while ago, and the time went on. */
export function clockNow(clock: Clock, lateness: CaseFile['lateness'], now: number): Clock {
  if (clock.state !== 'due' || clock.due === null || Date.parse(clock.due) >= now) return clock
  const why = lateness[clock.id]
  return { ...clock, state: why?.theirWords ? 'justified' : 'late', ...(why ? { reason: why.reason } : {}) }
}

/** Still to be done. */
export const isOpen = ({ met, state }: Clock): boolean => met === undefined && state !== 'not-applicable'

const ranks: Readonly<Record<'open' | 'undated' | 'done' | 'not-applicable', number>> = {
  open: 0,
  undated: 1,
  done: 2,
  'not-applicable': 3,
}

/** What is still to be done first, the soonest on top; then what guidance names no time for; what is done last. */
export function inOrder(clocks: readonly Clock[]): Clock[] {
  const rank = (clock: Clock) =>
    ranks[
      isOpen(clock)
        ? clock.due === null
          ? 'undated'
          : 'open'
        : clock.state === 'not-applicable'
          ? clock.state
          : 'done'
    ]
  const time = ({ due, since }: Clock) => Date.parse(due ?? since)
  return clocks.toSorted((a, b) => rank(a) - rank(b) || time(a) - time(b))
}

export const deadlineOf = (id: string): Deadline | undefined => deadlines.find(each => each.id === id)

/** What can be written down by hand that is still missing for a clock to be done. */
export function momentsFor({ id }: Clock, file: CaseFile): (typeof ActMoments)[number][] {
  const wanted: readonly Moment[] = deadlineOf(id)?.metBy ?? []
  return actMoments.filter(moment => wanted.includes(moment) && !file.timed[moment])
}
