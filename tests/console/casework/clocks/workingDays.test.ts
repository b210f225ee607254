import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { endOf, isWorkingDay, workingDaysAfter } from '../../../../console/casework/clocks/workingDays.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('a working day in England', () => {
  // As gov.uk/bank-holidays has them for England and Wales, substitute days among them.
  it.each([
    ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
    ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
  ])('is not %s', date => {
    expect(isWorkingDay(day(date))).toBe(false)
  })

  it.each(['2026-04-02', '2026-04-07', '2026-12-24', '2026-12-29', '2027-01-04', '2026-07-13', '2026-11-30'])(
    'is %s',
    date => {
      expect(isWorkingDay(day(date))).toBe(true)
    },
  )

  const anyDay = fc.integer({ min: 0, max: 3650 }).map(days => day('2024-01-01').add({ days }))

  it('is what counting them comes to, with as many between as were counted', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const to = workingDaysAfter(from, count)
        expect(isWorkingDay(to)).toBe(true)
        let between = 0
        for (
          let each = from.add({ days: 1 });
          Temporal.PlainDate.compare(each, to) <= 0;
          each = each.add({ days: 1 })
        ) {
          if (isWorkingDay(each)) between += 1
        }
        expect(between).toBe(count)
      }),
    )
  })

  it('ends a moment before the next begins in London, also where the clocks change', () => {
    for (const date of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-06-01']) {
      const end = endOf(day(date)).toZonedDateTimeISO('Europe/London')
      expect(`${end.toPlainDate().toString()} ${end.hour}:${end.minute}:${end.second}.${end.millisecond}`).toBe(
        `${date} 23:59:59.999`,
      )
    }
  })
})
