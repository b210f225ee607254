const hour = 3_600_000

/** The moment at which a day (YYYY-MM-DD) begins by the clocks of London; undefined where there is no such day. */
export function sinceOf(day: string): string | undefined {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight)) return undefined
  const before = londonHour.format(midnight) === '00' ? midnight : midnight - hour
  return new Date(before).toISOString()
}

const londonHour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' })
