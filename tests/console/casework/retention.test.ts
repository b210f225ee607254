import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings, unverifiedRetention } from '../../../console/casework/localSettings.ts'
import {
  defaultRetention,
  dueForErasure,
  type KeptEpisode,
  type RetentionRule,
} from '../../../console/casework/retention.ts'

const rule = (other: Partial<RetentionRule> = {}): RetentionRule => ({
  circumstance: null,
  years: 6,
  after: 'last-change',
  source: 'an example',
  lastChecked: '2026-01-01',
  ...other,
})
const episode = (other: Partial<KeptEpisode> = {}): KeptEpisode => ({
  openedAt: '2026-06-01T09:00:00.000Z',
  changedAt: '2026-06-03T09:00:00.000Z',
  age: null,
  circumstances: [],
  held: false,
  ...other,
})
const lookedAfter = rule({ circumstance: 'looked-after', years: 75, after: 'birth' })

describe('dueForErasure', () => {
  it.each([
    ['years after the last change', [rule()], {}, '2032-06-03'],
    [
      'years after a birth as late as can be, where no age was noted',
      [rule({ years: 25, after: 'birth' })],
      {},
      '2051-06-01',
    ],
    ['under 11', [rule({ years: 25, after: 'birth' })], { age: 'under-11' }, '2051-06-01'],
    ['11 to 15', [rule({ years: 25, after: 'birth' })], { age: 'from-11-to-15' }, '2040-06-01'],
    ['16 or 17', [rule({ years: 25, after: 'birth' })], { age: 'over-15' }, '2035-06-01'],
    ['an age of another guide', [rule({ years: 25, after: 'birth' })], { age: 'unheard-of' }, '2051-06-01'],
    ['looked after', [rule(), lookedAfter], { age: 'over-15', circumstances: ['looked-after'] }, '2085-06-01'],
    ['not looked after', [rule(), lookedAfter], { circumstances: ['missing-before'] }, '2032-06-03'],
    ['the rule that keeps it longest, in any order', [rule({ years: 9 }), rule()], {}, '2035-06-03'],
    ['29 February', [rule({ years: 1 })], { changedAt: '2028-02-29T12:00:00.000Z' }, '2029-03-01'],
    [
      'late on a summer evening, which is the next day in London',
      [rule()],
      { changedAt: '2026-06-03T23:30:00.000Z' },
      '2032-06-04',
    ],
    ['late on a winter evening, which is not', [rule()], { changedAt: '2026-12-03T23:30:00.000Z' }, '2032-12-03'],
  ] as const)('keeps it to the end of its last day: %s', (_, rules, other, lastDay) => {
    expect(dueForErasure(episode(other), rules, new Date('2026-07-01T00:00:00Z'))).toMatchObject({
      lastDay,
      due: false,
    })
  })

  it.each([
    ['2032-06-03T22:59:59.999Z', false],
    ['2032-06-03T23:00:00.000Z', true],
    ['2033-01-01T00:00:00.000Z', true],
  ])('is due from the day after, as days begin in London: at %s %s', (now, due) => {
    expect(dueForErasure(episode(), [rule()], new Date(now)).due).toBe(due)
  })

  it('keeps for good what no rule is for', () => {
    expect(dueForErasure(episode(), [lookedAfter], new Date('2999-01-01'))).toEqual({
      due: false,
      lastDay: null,
      rule: null,
    })
    expect(dueForErasure(episode(), [], new Date('2999-01-01')).due).toBe(false)
  })

  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  const rules = fc.array(
    fc.record({
      circumstance: fc.constantFrom(null, 'looked-after', 'unaccompanied'),
      years: fc.integer({ min: 1, max: 150 }),
      after: fc.constantFrom('birth' as const, 'last-change' as const),
    }),
    { maxLength: 4 },
  )
  const anyEpisode = fc.record({
    opened: instant,
    later: fc.nat({ max: 400 * 24 * 60 * 60 }),
    age: fc.constantFrom(null, 'under-11', 'from-11-to-15', 'over-15'),
    circumstances: fc.subarray(['looked-after', 'unaccompanied']),
    held: fc.boolean(),
  })

  it('is never before any rule that is for it, and never while held, at whatever moment it is asked', () => {
    fc.assert(
      fc.property(rules, anyEpisode, instant, (some, { opened, later, age, circumstances, held }, now) => {
        const changed = new Date(opened.getTime() + later * 1000)
        const kept = episode({
          openedAt: opened.toISOString(),
          changedAt: changed.toISOString(),
          age,
          circumstances,
          held,
        })
        const { due } = dueForErasure(kept, some.map(rule), now)
        if (!due) return
        expect(held).toBe(false)
        const applying = some.filter(
          ({ circumstance }) => circumstance === null || circumstances.includes(circumstance),
        )
        expect(applying.length).toBeGreaterThan(0)
        for (const { years, after } of applying) {
          // The exact moment so many years later, in UTC: what is worked out in days is never earlier.
          const least = { 'under-11': 0, 'from-11-to-15': 11, 'over-15': 16 }[age ?? 'under-11'] ?? 0
          const from = after === 'last-change' ? changed : opened
          const until = new Date(from)
          until.setUTCFullYear(from.getUTCFullYear() + years - (after === 'birth' ? least : 0))
          // An hour of summer time may lie between the two.
          expect(now.getTime()).toBeGreaterThanOrEqual(until.getTime() - 60 * 60 * 1000)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the rules that come with it', () => {
  it('say where they are from, and that nobody has checked them here', () => {
    expect(defaultSettings.retention).toEqual(defaultRetention)
    expect(unverifiedRetention(defaultSettings)).toEqual(defaultRetention)
    expect(unverifiedRetention({ ...defaultSettings, retention: [rule()] })).toEqual([])
  })
})
