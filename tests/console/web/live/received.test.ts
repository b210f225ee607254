import { describe, expect, it } from 'vitest'
import { received } from '../../../../console/web/live/received.ts'
import { recorded } from '../../../support/talk.ts'

const event = (seq: number) => recorded(seq, { type: 'paused', voice: 'practitioner', language: 'en' })
const events = (...numbers: readonly number[]) => numbers.map(event)

describe('received', () => {
  it.each([
    { here: [1, 2], came: [3, 4], expected: [1, 2, 3, 4], gap: false },
    { here: [1, 2], came: [4, 3], expected: [1, 2, 3, 4], gap: false },
    { here: [1, 2, 3], came: [2, 3, 4], expected: [1, 2, 3, 4], gap: false },
    { here: [], came: [1], expected: [1], gap: false },
    { here: [1, 2], came: [4], expected: [1, 2], gap: true },
    { here: [1, 2], came: [3, 5], expected: [1, 2, 3], gap: true },
    { here: [1], came: [2, 2, 3], expected: [1, 2, 3], gap: false },
  ])('makes $expected of $here and $came', ({ here, came, expected, gap }) => {
    const joined = received(events(...here), events(...came))
    expect(joined.events.map(each => each.seq)).toEqual(expected)
    expect(joined.gap).toBe(gap)
  })

  it('leaves what is here as it is where nothing new came', () => {
    const here = events(1, 2)
    expect(received(here, events(1, 2)).events).toBe(here)
  })
})
