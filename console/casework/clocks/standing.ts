import { Temporal } from 'temporal-polyfill'
import type { Whose } from './deadlines.ts'
import { zone } from './workingDays.ts'

/** How often something comes round. A quarter and a year end with the financial year's: 31 March. */
export type Every = { day: true } | { weekday: 1 } | { quarter: true } | { year: true } | { asCalled: true }

/** Something the guidance has an organisation do by the calendar, whatever happens to any one child. */
export interface Standing {
  id: string
  every: Every
  who: Whose | 'safeguarding-board'
  /** Seed items. */
  sources: readonly string[]
}

/** What comes round (practice 8.1, DL-19 to DL-23). NB: days are those of the documents; nobody has checked them with an authority. */
export const standing = [
  { id: 'DL-19', every: { day: true }, who: 'police', sources: ['CBC-008', 'ECRC-162'] },
  { id: 'DL-20-weekly', every: { weekday: 1 }, who: 'provider', sources: ['TORB-055', 'TORB-059'] },
  { id: 'DL-20-monthly', every: { asCalled: true }, who: 'provider', sources: ['TORB-056'] },
  { id: 'DL-20-strategy', every: { asCalled: true }, who: 'provider', sources: ['TORB-057'] },
  { id: 'DL-21', every: { quarter: true }, who: 'provider', sources: ['TORB-063', 'TORB-090'] },
  { id: 'DL-22', every: { year: true }, who: 'provider', sources: ['TORB-092'] },
  { id: 'DL-23', every: { year: true }, who: 'safeguarding-board', sources: ['TORB-095'] },
] as const satisfies readonly Standing[]

/** When each is next, as a date in London (YYYY-MM-DD), today among them; null where no document names a day. */
export function standingDates(now: string): { id: string; on: string | null }[] {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  return standing.map(({ id, every }) => ({ id, on: nextOf(every, today)?.toString() ?? null }))
}

function nextOf(every: Every, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if ('day' in every) return today
  if ('weekday' in every) return today.add({ days: (every.weekday - today.dayOfWeek + 7) % 7 })
  if ('quarter' in every) return endOfMonth(today.add({ months: (3 - (today.month % 3)) % 3 }))
  if ('year' in every) return endOfMarch(today.month > 3 ? today.year + 1 : today.year)
  return undefined
}

const endOfMonth = (date: Temporal.PlainDate) => date.with({ day: date.daysInMonth })
const endOfMarch = (year: number) => Temporal.PlainDate.from({ year, month: 3, day: 31 })
