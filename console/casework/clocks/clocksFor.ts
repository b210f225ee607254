import { Temporal } from 'temporal-polyfill'
import { type Deadline, deadlines, type Length, type Moment, type Whose } from './deadlines.ts'
import { dayOf, endOf, workingDaysAfter } from './workingDays.ts'

/** What has happened, each as an instant (ISO 8601 in UTC). What is not known is left out: it is never guessed. */
export type Moments = Readonly<Partial<Record<Moment, string>>>

/** Why something is late (ECRC-093 to 098 are the first six). */
export const lateReasons = [
  'weekend-referral',
  'not-available',
  'waits-for-a-worker',
  'waits-for-a-place',
  'needs-rest',
  'mental-health',
  'not-contactable',
  'missing-again',
  'interpreter',
  'service',
  'other',
] as const
export type LateReason = (typeof lateReasons)[number]

/** Why a deadline was passed. With the young person's own words, it was in their best interest and is justified. */
export interface Lateness {
  reason: LateReason
  /** What the young person said about when it suits them. */
  theirWords?: string
}

export interface ClockSettings {
  /** Deadlines of other authorities that count here. */
  alsoCounted?: readonly string[]
  /** Read with more time where the guidance can be read in two ways. The safer reading is the default. */
  readWithMoreTime?: readonly string[]
  lateness?: Readonly<Record<string, Lateness>>
}

export interface Clock {
  id: string
  who: Whose
  /** The moment it runs from, and when that was. */
  from: Moment
  since: string
  /** By when; null where the guidance names no time, or the moment it is due by is not set. ISO 8601 in UTC. */
  due: string | null
  /** The other reading, where there are two. */
  otherDue?: string | null
  notBefore?: string
  /** When it was done. */
  met?: string
  /**
   * `due`: still to be done, in time. `met`: done in time. `late`: past its time, done or not. `justified`: late, in the
   * young person's best interest, by their own words. `not-applicable`: what it is for did not come about.
   */
  state: 'due' | 'met' | 'late' | 'justified' | 'not-applicable'
  reason?: LateReason
  /** Milliseconds until it is due; negative once it is past. Absent where there is no due. */
  left?: number
}

/** Every clock that runs or ran for these moments, as it stands at `now` (ISO 8601). Pure: no clock of its own. */
export function clocksFor(moments: Moments, now: string, settings: ClockSettings = {}): Clock[] {
  const counted = deadlines.filter(({ id, elsewhere }) => !elsewhere || settings.alsoCounted?.includes(id))
  return counted.flatMap(deadline => {
    const from = [deadline.trigger, deadline.otherwise].find(each => each !== undefined && moments[each] !== undefined)
    const since = from && moments[from]
    return from && since ? [clockOf(deadline, from, since, { moments, now, settings })] : []
  })
}

interface At {
  moments: Moments
  now: string
  settings: ClockSettings
}

function clockOf(deadline: Deadline, from: Moment, since: string, { moments, now, settings }: At): Clock {
  const { id, who, length, alsoReadAs } = deadline
  const readings = [length, alsoReadAs ?? length].map(each => dueOf(each, since, moments))
  const [first = null, second = null] = settings.readWithMoreTime?.includes(id) ? readings.toReversed() : readings
  const met = lastOf(deadline.metBy, moments)
  const lateness = settings.lateness?.[id]
  const state = stateOf({ deadline, since, due: first, met, lateness, moments, now })
  return {
    id,
    who,
    from,
    since,
    due: first,
    ...(alsoReadAs ? { otherDue: second } : {}),
    ...('notBefore' in length ? { notBefore: startOfDayAfter(since, length.notBefore) } : {}),
    ...(met === undefined ? {} : { met }),
    state,
    ...(lateness && (state === 'late' || state === 'justified') ? { reason: lateness.reason } : {}),
    ...(first === null ? {} : { left: msOf(first) - msOf(now) }),
  }
}

interface Standing {
  deadline: Deadline
  since: string
  due: string | null
  met: string | undefined
  lateness: Lateness | undefined
  moments: Moments
  now: string
}

function stateOf({ deadline, since, due, met, lateness, moments, now }: Standing): Clock['state'] {
  if (met === undefined && hasLapsed(deadline, since, moments, now)) return 'not-applicable'
  const isInTime = due === null || msOf(met ?? now) <= msOf(due)
  if (isInTime) return met === undefined ? 'due' : 'met'
  return lateness?.theirWords ? 'justified' : 'late'
}

/** Whether what the deadline is for has not come about, and will not. */
function hasLapsed({ unless, endedBy }: Deadline, since: string, moments: Moments, now: string): boolean {
  if (endedBy && moments[endedBy] !== undefined) return true
  const happened = unless && moments[unless.happened]
  if (!unless || happened === undefined || msOf(happened) > msOf(now)) return false
  return msOf(happened) <= msOf(since) + unless.withinHours * hour
}

function dueOf(length: Length, since: string, moments: Moments): string | null {
  const start = Temporal.Instant.from(since)
  if ('unstated' in length) return null
  if ('immediately' in length) return written(start)
  if ('by' in length) {
    const set = moments[length.by]
    if (set !== undefined) return written(Temporal.Instant.from(set))
    return 'hours' in length ? written(start.add({ hours: length.hours })) : null
  }
  if ('hours' in length) return written(start.add({ hours: length.hours }))
  const day = dayOf(start)
  return written(
    endOf('workingDays' in length ? workingDaysAfter(day, length.workingDays) : day.add({ days: length.days })),
  )
}

const startOfDayAfter = (since: string, days: number) =>
  written(endOf(dayOf(Temporal.Instant.from(since)).add({ days: days - 1 })).add({ milliseconds: 1 }))

/** When the last of these happened; undefined until all have. */
function lastOf(all: readonly Moment[], moments: Moments): string | undefined {
  const times = all.map(each => moments[each])
  if (!times.every(time => time !== undefined)) return undefined
  return times.toSorted((a, b) => msOf(a) - msOf(b)).at(-1)
}

const hour = 3_600_000
const msOf = (at: string) => Temporal.Instant.from(at).epochMilliseconds
const written = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds).toISOString()
