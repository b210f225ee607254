import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSoon, timeLeft, untilNextChange } from '../../../../console/web/desk/timeLeft.ts'

const due = '2026-11-22T12:00:00.000Z'
const at = Date.parse(due)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

describe('the time left', () => {
  it.each([
    [3 * hour + 59 * minute, 'left', 'hours', 3],
    [hour, 'left', 'hours', 1],
    [hour - 1, 'left', 'minutes', 59],
    [minute - 1, 'left', 'now', 0],
    [0, 'left', 'now', 0],
    [-1, 'late', 'now', 0],
    [-40 * minute, 'late', 'minutes', 40],
    [-47 * hour, 'late', 'hours', 47],
    [-2 * day, 'late', 'days', 2],
    [3 * day - 1, 'left', 'days', 2],
  ] as const)('of %i ms is said as %s, %s, %i', (left, state, unit, count) => {
    expect(timeLeft(due, at - left)).toEqual({ state, unit, count })
  })

  it('never says that there is more than there is, nor that it is later than it is', () => {
    const lengths = { now: 0, minutes: minute, hours: hour, days: day }
    fc.assert(
      fc.property(fc.integer({ min: -40 * day, max: 40 * day }), left => {
        const { state, unit, count } = timeLeft(due, at - left)
        expect(state).toBe(left < 0 ? 'late' : 'left')
        expect(count * lengths[unit]).toBeLessThanOrEqual(Math.abs(left))
      }),
    )
  })

  it('is looked at again in a minute, or as soon as something runs out', () => {
    expect(untilNextChange([], at)).toBe(minute)
    expect(untilNextChange([due], at - 20_000)).toBe(20_001)
    expect(untilNextChange([due], at + 20_000)).toBe(minute)
    // After that wait it is late, and says so.
    expect(timeLeft(due, at - 20_000 + untilNextChange([due], at - 20_000)).state).toBe('late')
  })

  it('is soon in the last four hours', () => {
    expect([isSoon(due, at - 4 * hour), isSoon(due, at - 4 * hour - 1), isSoon(due, at + 1)]).toEqual([
      true,
      false,
      false,
    ])
  })
})
