/** How long is left until something is due, or how late it is, in the largest unit that says it well. */
export interface TimeLeft {
  state: 'left' | 'late'
  unit: 'now' | 'minutes' | 'hours' | 'days'
  count: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Nothing is rounded up: there is never less time left, or more lateness, than it says. Days only from two of them on. */
export function timeLeft(due: string, now: number): TimeLeft {
  const left = Date.parse(due) - now
  const state = left < 0 ? 'late' : 'left'
  const far = Math.abs(left)
  if (far < minute) return { state, unit: 'now', count: 0 }
  if (far < hour) return { state, unit: 'minutes', count: Math.floor(far / minute) }
  if (far < 2 * day) return { state, unit: 'hours', count: Math.floor(far / hour) }
  return { state, unit: 'days', count: Math.floor(far / day) }
}

/** Milliseconds until what is shown changes: in a minute, or at the moment the next of these runs out. */
export function untilNextChange(dues: readonly string[], now: number): number {
  const next = dues.map(due => Date.parse(due) - now + 1).filter(left => left > 0)
  return Math.min(minute, ...next)
}

/** Due within this time, it is shown as soon. */
export const isSoon = (due: string, now: number): boolean => {
  const left = Date.parse(due) - now
  return left >= 0 && left <= 4 * hour
}
