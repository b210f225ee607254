import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clocksFor } from '../../../../console/casework/clocks/clocksFor.ts'
import { caseFrom, momentsOf } from '../../../../console/casework/episode/caseFile.ts'
import { clockNow, inOrder, isOpen, stepsFor } from '../../../../console/web/case/clockNow.ts'
import { presentOf, saidOf, spread, timelineOf } from '../../../../console/web/case/timelineOf.ts'
import { caseEventsOf } from './caseEventsOf.ts'

const told = '2026-11-22T09:00:00.000Z'
const events = caseEventsOf(
  { type: 'notified', source: 'police' },
  { type: 'timed', moment: 'notified', at: told },
  { type: 'timed', moment: 'found', at: '2026-11-22T03:00:00.000Z' },
  { type: 'timed', moment: 'found', at: '2026-11-22T01:00:00.000Z' },
  { type: 'timed', moment: 'wentMissing', at: null },
  {
    type: 'attempted',
    at: '2026-11-22T10:00:00.000Z',
    means: 'phone',
    to: 'young-person',
    outcome: 'no-answer',
  },
)
const [attempt] = events.slice(-1)
const takenBack = [
  ...events,
  ...caseEventsOf({ type: 'withdrawn', event: attempt?.id ?? '' }).map(event => ({ ...event, seq: 7 })),
]
const clocksAt = (now: string) => clocksFor(momentsOf(caseFrom(events)), now)

describe('the timeline', () => {
  it('has what happened and what is due in order; of a moment told twice the last, of one nobody knows nothing', () => {
    const line = timelineOf(events, [], clocksAt('2026-11-22T12:00:00.000Z'))
    expect(line.map(({ at, kind }) => [kind, at])).toEqual([
      ['happened', '2026-11-22T01:00:00.000Z'],
      ['happened', told],
      ['happened', '2026-11-22T10:00:00.000Z'],
      ['due', '2026-11-23T09:00:00.000Z'],
      ['due', '2026-11-23T09:00:00.000Z'],
      ['due', '2026-11-25T01:00:00.000Z'],
      ['due', '2026-11-25T01:00:00.000Z'],
      ['due', '2026-12-06T23:59:59.999Z'],
    ])
  })

  it('leaves out what was taken back, and the taking back', () => {
    expect(timelineOf(takenBack, [], []).map(({ at }) => at)).not.toContain('2026-11-22T10:00:00.000Z')
    expect(presentOf(takenBack).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  it('has what was said of a moment nobody is sure of, until there is a time', () => {
    const words = 'Friday evening'
    const bodies = [
      { type: 'notified', source: 'police' },
      { type: 'timed', moment: 'returned', at: null, words },
    ] as const
    expect([...saidOf(caseEventsOf(...bodies))]).toEqual([['returned', words]])
    expect([...saidOf(caseEventsOf(...bodies, { type: 'timed', moment: 'returned', at: told }))]).toEqual([])
  })

  it('has when an interview was held', () => {
    const held = { interview: 'one', state: 'complete' as const, held: told, concerns: [] }
    expect(timelineOf([], [held], [])).toEqual([{ key: 'one', at: told, kind: 'held', interview: 'one' }])
  })

  it('is drawn in order within its bounds, whatever the times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e13 }), { minLength: 1 }), times => {
        const places = spread(times.toSorted((a, b) => a - b))
        expect(places.every((place, at) => place >= (places[at - 1] ?? 0) && place <= 1 + 1e-9)).toBe(true)
      }),
    )
  })
})

describe('a clock on the page', () => {
  it('becomes late by itself, as the server would say a moment later', () => {
    const [before, after] = ['2026-11-22T12:00:00.000Z', '2026-11-26T12:00:00.000Z']
    const states = (clocks: ReturnType<typeof clocksAt>) => clocks.map(({ id, state }) => [id, state])
    const gone = clocksAt(before).map(clock => clockNow(clock, {}, Date.parse(after)))
    expect(states(gone)).toEqual(states(clocksAt(after)))
    const [first] = clocksAt(before).filter(({ id }) => id === 'DL-02')
    const why = { 'DL-02': { reason: 'needs-rest' as const, theirWords: 'Let me sleep.' } }
    expect(first && clockNow(first, why, Date.parse(after))).toMatchObject({ state: 'justified', reason: 'needs-rest' })
  })

  it('comes first while it is still to be done, the soonest on top', () => {
    const ordered = inOrder(clocksAt('2026-11-22T12:00:00.000Z'))
    const open = ordered.filter(isOpen).flatMap(({ due }) => (due === null ? [] : [Date.parse(due)]))
    expect(open).toEqual(open.toSorted((a, b) => a - b))
    const done = { ...ordered[0], id: 'done', met: told, state: 'met' } as (typeof ordered)[number]
    expect(inOrder([done, ...ordered]).at(-1)).toBe(done)
  })

  it('says what can be written down for it, until it is', () => {
    const file = caseFrom(events)
    const services = clocksAt('2026-11-22T12:00:00.000Z').find(({ id }) => id === 'DL-05')
    expect(services && stepsFor(services, file)).toEqual([
      { moment: 'servicesNotified', act: 'timed', chosen: { moment: 'servicesNotified' } },
    ])
    expect(services && stepsFor(services, { ...file, timed: { servicesNotified: told } })).toEqual([])
  })
})
