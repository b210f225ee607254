import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClockSettings, clocksFor, type Moments } from '../../../../console/casework/clocks/clocksFor.ts'
import { deadlines, type Moment, moments } from '../../../../console/casework/clocks/deadlines.ts'
import { instantOf } from '../../../../console/casework/clocks/instantOf.ts'

const clock = (id: string, at: Moments, now: string, settings: ClockSettings = {}) =>
  clocksFor(at, now, settings).find(each => each.id === id)
const london = (text: string) => instantOf(text) ?? ''

describe('the time a deadline leaves', () => {
  it.each([
    // 72 hours that have passed, not 72 on the wall: an hour is lost in spring and won in autumn.
    ['DL-03', 'returned', '2026-03-27T22:00', '2026-03-30T23:00'],
    ['DL-03', 'returned', '2026-10-23T10:00', '2026-10-26T09:00'],
    // It counts over a weekend.
    ['DL-03', 'returned', '2026-06-05T22:00', '2026-06-08T22:00'],
    ['DL-02', 'notified', '2026-03-28T12:00', '2026-03-29T13:00'],
    ['DL-05', 'notified', '2026-06-05T09:00', '2026-06-06T09:00'],
    ['DL-06', 'servicesNotified', '2026-06-05T09:00', '2026-06-06T09:00'],
    ['DL-10', 'concernRaised', '2026-12-24T16:00', '2026-12-25T16:00'],
    ['DL-14', 'received', '2026-10-24T12:00', '2026-10-25T11:00'],
    ['DL-01', 'found', '2026-06-05T09:00', '2026-06-05T19:00'],
    ['DL-11', 'immediateRisk', '2026-06-05T09:00', '2026-06-05T09:00'],
    // Two working days: over Easter, from a Saturday, over Christmas with its substitute day, and over New Year.
    ['DL-12', 'interviewed', '2026-04-02T15:00', '2026-04-08T23:59:59.999'],
    ['DL-12', 'interviewed', '2026-06-06T15:00', '2026-06-09T23:59:59.999'],
    ['DL-12', 'interviewed', '2026-12-24T15:00', '2026-12-30T23:59:59.999'],
    ['DL-13', 'interviewed', '2027-12-24T15:00', '2027-12-30T23:59:59.999'],
    ['DL-12', 'interviewed', '2026-12-31T15:00', '2027-01-05T23:59:59.999'],
    ['DL-X5', 'toldOfMutilation', '2026-05-22T23:30', '2026-05-26T23:59:59.999'],
    // The last day of two weeks, whole.
    ['DL-08', 'notified', '2026-06-01T09:00', '2026-06-15T23:59:59.999'],
  ] as const)('%s from %s at %s is until %s', (id, from, at, due) => {
    const found = clock(id, { [from]: london(at) }, london(at))
    expect(found).toMatchObject({ from, due: london(due), state: 'due' })
  })

  it('is to the end of the shift where that is known, and to the supervision once it is set', () => {
    const found = london('2026-06-05T09:00')
    const shiftEnded = london('2026-06-05T14:00')
    expect(clock('DL-01', { found, shiftEnded }, found)?.due).toBe(shiftEnded)
    expect(clock('DL-17', { interviewed: found }, found)).toMatchObject({ due: null, state: 'due' })
    const supervision = london('2026-06-20T10:00')
    expect(clock('DL-17', { interviewed: found, supervision }, found)?.due).toBe(supervision)
  })

  it('begins for a letter after a week', () => {
    const notified = london('2026-06-01T09:00')
    expect(clock('DL-08', { notified }, notified)?.notBefore).toBe(london('2026-06-08T00:00'))
  })

  it('has both readings where the guidance has two, the safer one first unless a setting says otherwise', () => {
    const notified = london('2026-06-01T09:00')
    const [after24, after48] = [london('2026-06-02T09:00'), london('2026-06-03T09:00')]
    expect(clock('DL-05', { notified }, notified)).toMatchObject({ due: after24, otherDue: after48 })
    expect(clock('DL-05', { notified }, notified, { readWithMoreTime: ['DL-05'] })).toMatchObject({
      due: after48,
      otherDue: after24,
    })
  })

  it('is counted from being found where the return is not known, and says so', () => {
    const found = london('2026-06-01T09:00')
    expect(clock('DL-03', { found }, found)).toMatchObject({ from: 'found', due: london('2026-06-04T09:00') })
    const returned = london('2026-06-02T09:00')
    expect(clock('DL-03', { found, returned }, found)).toMatchObject({
      from: 'returned',
      due: london('2026-06-05T09:00'),
    })
  })

  it('of another authority counts where a setting names it, and not otherwise', () => {
    const returned = london('2026-06-01T09:00')
    expect(clock('DL-X1', { returned }, returned)).toBeUndefined()
    expect(clock('DL-X1', { returned }, returned, { alsoCounted: ['DL-X1'] })?.due).toBe(london('2026-06-08T09:00'))
  })
})

describe('a clock', () => {
  const returned = london('2026-06-01T09:00')
  const due = london('2026-06-04T09:00')
  const after = london('2026-06-04T09:00:01')

  it.each([
    { at: {}, now: due, state: 'due' },
    { at: {}, now: after, state: 'late' },
    { at: { interviewed: due }, now: after, state: 'met' },
    { at: { interviewed: after }, now: after, state: 'late' },
    { at: { declined: returned }, now: after, state: 'not-applicable' },
    { at: { declined: returned, interviewed: due }, now: after, state: 'met' },
  ])('with $at at $now is $state', ({ at, now, state }) => {
    expect(clock('DL-03', { returned, ...at }, now)?.state).toBe(state)
  })

  it('that is late has its reason, and is justified by their own words alone', () => {
    const late = { reason: 'needs-rest' } as const
    const lateness = (theirWords?: string) => ({
      lateness: { 'DL-03': { ...late, ...(theirWords ? { theirWords } : {}) } },
    })
    expect(clock('DL-03', { returned }, after, lateness())).toMatchObject({ state: 'late', reason: 'needs-rest' })
    expect(clock('DL-03', { returned }, after, lateness('I want to sleep first.'))?.state).toBe('justified')
    expect(clock('DL-03', { returned }, due, lateness('I want to sleep first.'))?.state).toBe('due')
  })

  it('that needs two things is met by the later of them', () => {
    const at = { returned, contacted: london('2026-06-02T09:00'), interviewed: london('2026-06-03T09:00') }
    expect(clock('DL-04', at, after)).toMatchObject({ state: 'met', met: at.interviewed })
    expect(clock('DL-04', { returned, interviewed: at.interviewed }, after)?.state).toBe('late')
  })

  it('for telling children’s services is for nothing once contact was made within the day, and not before that', () => {
    const notified = returned
    const contacted = london('2026-06-01T20:00')
    expect(clock('DL-05', { notified, contacted }, after)?.state).toBe('not-applicable')
    expect(clock('DL-05', { notified, contacted }, london('2026-06-01T12:00'))?.state).toBe('due')
    expect(clock('DL-05', { notified, contacted: london('2026-06-02T09:00:01') }, after)?.state).toBe('late')
  })
})

describe('all clocks', () => {
  const instant = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map(date => date.toISOString())
  const someMoments = fc.dictionary(fc.constantFrom<Moment>(...moments), instant) as fc.Arbitrary<Moments>

  it('run from something that happened, and say so as it happened', () => {
    fc.assert(
      fc.property(someMoments, instant, (at, now) => {
        for (const each of clocksFor(at, now)) {
          expect(at[each.from]).toBe(each.since)
          if (each.due !== null)
            expect(Date.parse(each.due)).toBeGreaterThanOrEqual(
              Date.parse(each.from === 'found' ? each.due : '2024-01-01'),
            )
        }
      }),
    )
  })

  it('never become due again once they are late, whatever time passes', () => {
    fc.assert(
      fc.property(someMoments, instant, fc.nat({ max: 10_000_000_000 }), (at, now, later) => {
        const then = new Date(Date.parse(now) + later).toISOString()
        const before = clocksFor(at, now)
        for (const [place, each] of clocksFor(at, then).entries()) {
          expect(each.id).toBe(before[place]?.id)
          expect(each.due).toBe(before[place]?.due)
          if (before[place]?.state === 'late') expect(['late', 'not-applicable']).toContain(each.state)
        }
      }),
    )
  })

  it('are the same for the same moments, and never read a clock of their own', () => {
    fc.assert(
      fc.property(someMoments, instant, (at, now) => {
        expect(clocksFor(at, now)).toEqual(clocksFor(at, now))
      }),
    )
  })

  it('leave 72 hours of the world for a talk, on any day of any year', () => {
    fc.assert(
      fc.property(instant, returned => {
        expect(Date.parse(clock('DL-03', { returned }, returned)?.due ?? '') - Date.parse(returned)).toBe(
          72 * 3_600_000,
        )
      }),
    )
  })

  it('have ids, and moments they can run from, of their own', () => {
    expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length)
    for (const { trigger, metBy } of deadlines) expect(metBy).not.toContain(trigger)
  })
})
