import type { DueClock } from '../../casework/episode/deskLine.ts'

const hour = 3_600_000

/** A reminder that a clock runs out soon, or has. */
export interface Reminder {
  clock: DueClock['id']
  due: string
  kind: 'soon' | 'late'
  /** Where it is one concern's: which of the case's. */
  concern?: number
}

/** The earliest moment anything is to be told of these clocks, after `since` where it is given; null for none. */
export function remindAt(due: readonly DueClock[], hoursBefore: number, since?: Date): Date | null {
  const moments = due.flatMap(each => [Date.parse(each.due) - hoursBefore * hour, Date.parse(each.due)])
  const [first] = moments.filter(at => since === undefined || at > since.getTime()).toSorted((a, b) => a - b)
  return first === undefined ? null : new Date(first)
}

/** What is to be told of them by now: of one that is late, no more that it would be. */
export function remindersBy(now: Date, due: readonly DueClock[], hoursBefore: number): Reminder[] {
  return due.flatMap(({ id, due: at, concern }) => {
    const left = Date.parse(at) - now.getTime()
    if (left > hoursBefore * hour) return []
    const about = concern === undefined ? {} : { concern }
    return [{ clock: id, due: at, kind: left < 0 ? 'late' : 'soon', ...about }]
  })
}
