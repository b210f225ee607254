import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comingAgain, nextRound } from '../../../../dialogs/practice/drills/nextRound.ts'

const items = ['one', 'two', 'three', 'four', 'five'].map(id => ({ id }))
const right = (item: string) => ({ item, right: true })
const wrong = (item: string) => ({ item, right: false })
const ids = (round: readonly { id: string }[]) => round.map(({ id }) => id)

describe('nextRound', () => {
  // Newest answer first.
  it.each([
    { about: 'what was missed comes first', earlier: [wrong('four'), right('one')], first: ['four'] },
    { about: 'right once since is still before what is new', earlier: [right('two'), wrong('two')], first: ['two'] },
    {
      about: 'missed the last time is before right once since',
      earlier: [right('two'), wrong('five'), wrong('two')],
      first: ['five', 'two'],
    },
    {
      about: 'what is new is before what is known',
      earlier: ['one', 'two', 'three', 'four'].map(right),
      first: ['five'],
    },
    {
      about: 'of what is known, the longest ago is first',
      earlier: ['one', 'two', 'three', 'four', 'five'].map(right),
      first: ['five', 'four', 'three', 'two', 'one'],
    },
    {
      about: 'right twice since it was missed is known',
      earlier: [right('one'), right('one'), wrong('one'), right('two'), right('three'), right('four')],
      first: ['five', 'four', 'three', 'two', 'one'],
    },
  ])('$about', ({ earlier, first }) => {
    expect(ids(nextRound(items, earlier, items.length, 7)).slice(0, first.length)).toEqual(first)
  })

  it('has each exercise once, as many as asked for, the same for the same seed', () => {
    const answer = fc.record({ item: fc.constantFrom('one', 'two', 'three', 'gone'), right: fc.boolean() })
    fc.assert(
      fc.property(fc.array(answer), fc.nat(8), fc.nat(), (earlier, length, seed) => {
        const round = ids(nextRound(items, earlier, length, seed))
        expect(new Set(round).size).toBe(round.length)
        expect(round).toHaveLength(Math.min(length, items.length))
        expect(ids(nextRound(items, earlier, length, seed))).toEqual(round)
        const missed = ids(comingAgain(items, earlier))
        expect(round.slice(0, missed.length).every(id => missed.includes(id))).toBe(true)
      }),
    )
  })

  it('draws what is new in another order for another seed', () => {
    const rounds = [1, 2, 3, 4, 5].map(seed => ids(nextRound(items, [], 5, seed)).join())
    expect(new Set(rounds).size).toBeGreaterThan(1)
  })
})

describe('comingAgain', () => {
  it('is what was missed until it was right twice since', () => {
    const earlier = [right('one'), right('two'), right('two'), wrong('two'), wrong('one'), wrong('three')]
    expect(ids(comingAgain(items, earlier))).toEqual(['one', 'three'])
  })
})
