import { directionOf, localeOf } from '../../../locales/languages.ts'

const zone = 'Europe/London'

/** 14:05, in the time kept in London. */
export const clockTime = (at: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(at))

/** 22 Nov 2026, 14:05. */
export const dayAndTime = (at: string, language: string): string =>
  isolated(
    new Intl.DateTimeFormat(localeOf(language), {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }).format(new Date(at)),
    language,
  )

/** 22 Nov 2026, of the day it was in London. */
export const dayOnly = (at: string, language: string): string =>
  isolated(
    new Intl.DateTimeFormat(localeOf(language), {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: zone,
    }).format(new Date(at)),
    language,
  )

/** 22 Nov, of the day it was in London: where the year is plain from what stands beside it. */
export const dayAndMonth = (at: string, language: string): string =>
  isolated(
    new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short', timeZone: zone }).format(
      new Date(at),
    ),
    language,
  )

/** Friday 3 April 2026, for a date as recorded (YYYY-MM-DD). */
export const wholeDate = (date: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))

/**
 * Keeps a date in its own order where the words around it are still in English, which would else take its first number along.
 * The characters are not seen (U+2068, U+2069).
 */
const isolated = (date: string, language: string): string =>
  directionOf(language) === 'rtl' ? `\u2068${date}\u2069` : date
