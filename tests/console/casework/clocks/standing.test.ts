import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standing, standingDates } from '../../../../console/casework/clocks/standing.ts'

const dates = (now: string) => Object.fromEntries(standingDates(now).map(({ id, on }) => [id, on]))

describe('what comes round by the calendar', () => {
  it.each([
    { now: '2026-11-22T15:00:00Z', weekly: '2026-11-23', quarter: '2026-12-31', year: '2027-03-31' },
    { now: '2026-11-23T00:00:00Z', weekly: '2026-11-23', quarter: '2026-12-31', year: '2027-03-31' },
    { now: '2026-03-31T22:59:00Z', weekly: '2026-04-06', quarter: '2026-03-31', year: '2026-03-31' },
    // In London it is April already, by summer time.
    { now: '2026-03-31T23:01:00Z', weekly: '2026-04-06', quarter: '2026-06-30', year: '2027-03-31' },
    { now: '2028-02-29T12:00:00Z', weekly: '2028-03-06', quarter: '2028-03-31', year: '2028-03-31' },
    { now: '2026-08-31T12:00:00Z', weekly: '2026-08-31', quarter: '2026-09-30', year: '2027-03-31' },
  ])('is next on these days at $now', ({ now, weekly, quarter, year }) => {
    expect(dates(now)).toMatchObject({
      'DL-20-weekly': weekly,
      'DL-21': quarter,
      'DL-22': year,
      'DL-23': year,
      'DL-20-monthly': null,
      'DL-20-strategy': null,
    })
  })

  it('is never past, and never further off than how often it comes', () => {
    const most: Readonly<Record<string, number>> = {
      'DL-19': 0,
      'DL-20-weekly': 6,
      'DL-21': 92,
      'DL-22': 365,
      'DL-23': 365,
    }
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), at => {
        const today = at.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })
        for (const { id, on } of standingDates(at.toISOString())) {
          if (on === null) continue
          const days = (Date.parse(on) - Date.parse(today)) / 86_400_000
          expect(days).toBeGreaterThanOrEqual(0)
          expect(days).toBeLessThanOrEqual(most[id] ?? -1)
        }
      }),
    )
  })

  it('says for each what guidance has it', () => {
    expect(standing.every(({ sources }) => sources.length > 0)).toBe(true)
  })
})
