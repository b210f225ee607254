import type { Clock } from '../../casework/clocks/clocksFor.ts'
import { type Deadline, deadlines, type Moment } from '../../casework/clocks/deadlines.ts'
import type { CaseFile } from '../../casework/episode/caseFile.ts'
import { type Act, actMoments } from './caseActs.ts'

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

/** A short form that takes a clock further, and what is chosen in it already. */
export interface ClockStep {
  moment: Moment
  act: Act
  chosen: Readonly<Record<string, string>>
}

/** What can be written down that is still missing for a clock to be done. An interview is held in its room. */
export function stepsFor({ id }: Clock, file: CaseFile): ClockStep[] {
  const wanted: readonly Moment[] = deadlineOf(id)?.metBy ?? []
  return wanted.flatMap((moment): ClockStep[] => {
    const written = actMoments.find(each => each === moment)
    if (written) return file.timed[written] ? [] : [{ moment, act: 'timed', chosen: { moment } }]
    if (moment === 'offered' && file.offers.length === 0) return [{ moment, act: 'offered', chosen: {} }]
    const to = { to: 'young-person' }
    const hasLetter = file.letters.some(each => each.to === to.to)
    return moment === 'letterSent' && !hasLetter ? [{ moment, act: 'letter', chosen: to }] : []
  })
}
