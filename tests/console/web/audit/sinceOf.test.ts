import { describe, expect, it } from 'vitest'
import { sinceOf } from '../../../../console/web/audit/sinceOf.ts'

describe('sinceOf', () => {
  it.each([
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2026-06-15', '2026-06-14T23:00:00.000Z'],
    // The clocks change on these days, after midnight.
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['', undefined],
    ['2026-13-01', undefined],
  ])('of %j is %s', (day, since) => {
    expect(sinceOf(day)).toBe(since)
  })
})
