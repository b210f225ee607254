import { expect, it } from 'vitest'
import { dayAndTime, dayOnly } from '../../../../console/web/words/timeWords.ts'

const at = '2026-11-22T14:05:00.000Z'

it.each([
  ['en', '22 Nov 2026, 14:05', '22 Nov 2026'],
  ['cy', '22 Tach 2026, 14:05', '22 Tach 2026'],
])('writes a date of %s as it is', (language, both, day) => {
  expect(dayAndTime(at, language)).toBe(both)
  expect(dayOnly(at, language)).toBe(day)
})

it.each(['ar', 'ckb', 'ur', 'fa'])(
  'keeps a date of %s in its own order beside words of another direction',
  language => {
    for (const words of [dayAndTime(at, language), dayOnly(at, language)])
      expect(words).toMatch(/^\u2068[^\u2066-\u2069]+\u2069$/)
  },
)
