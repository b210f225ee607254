import { Temporal } from 'temporal-polyfill'
import { zone } from './workingDays.ts'

/**
 * A moment as an instant in UTC (ISO 8601): with an offset as it says, without one on the clock on the wall in London. An hour that
 * comes twice in autumn is taken for the first of the two, which is the safer one to count from; one that is skipped in spring
 * is an hour later. Undefined where it is no time.
 */
export function instantOf(text: string): string | undefined {
  const written = text.trim()
  try {
    const instant = /(?:z|[+-]\d{2}:?\d{2})$/i.test(written)
      ? Temporal.Instant.from(written)
      : Temporal.PlainDateTime.from(written).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
    return new Date(instant.epochMilliseconds).toISOString()
  } catch {
    return undefined
  }
}
