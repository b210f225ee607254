import Holidays from 'date-holidays'
import type { Temporal } from 'temporal-polyfill'

export const zone = 'Europe/London'

const england = new Holidays('GB', 'ENG')
const holidays = new Map<number, ReadonlySet<string>>()

/** Bank holidays in England of a year, as dates, substitute days among them (date-holidays; compared with gov.uk in its test). */
function bankHolidaysIn(year: number): ReadonlySet<string> {
  const known = holidays.get(year)
  if (known) return known
  const found = new Set(
    england
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  )
  holidays.set(year, found)
  return found
}

/** Monday to Friday, and no bank holiday in England. */
export const isWorkingDay = (date: Temporal.PlainDate): boolean =>
  date.dayOfWeek <= 5 && !bankHolidaysIn(date.year).has(date.toString())

/** The working day that is so many of them after this date. */
export function workingDaysAfter(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** The last moment of a day in London: within it is in time. */
export const endOf = (date: Temporal.PlainDate): Temporal.Instant =>
  date.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 })

/** The day it was in London. */
export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate => instant.toZonedDateTimeISO(zone).toPlainDate()
