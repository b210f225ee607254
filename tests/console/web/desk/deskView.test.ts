import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency } from '../../../../console/casework/episode/byUrgency.ts'
import { belongs, ranOut, shownLines } from '../../../../console/web/desk/deskView.ts'
import { deskLine, dueAt } from './deskLines.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const everything = { lateOnly: false, clock: '' }
const hours = (count: number) => new Date(now + count * 3_600_000).toISOString()

describe('the order of the desk', () => {
  it('has what is due soonest before what is due later, that before what has no time, and closed ones last', () => {
    const lines = fc.array(
      fc.record({
        due: fc.array(fc.integer({ min: -99, max: 99 }), { maxLength: 2 }),
        undated: fc.nat(2),
        state: fc.constantFrom('open' as const, 'closed' as const),
        openedAt: fc.integer({ min: -500, max: 0 }).map(hours),
      }),
    )
    fc.assert(
      fc.property(lines, some => {
        const made = some.map(({ due, ...about }) =>
          deskLine({ ...about, due: dueAt(...due.toSorted((a, b) => a - b).map(hours)) }),
        )
        const order = made.toSorted(byUrgency)
        const open = order.filter(({ state }) => state === 'open')
        expect(order.slice(0, open.length)).toEqual(open)
        const dues = open.map(({ due: [first] }) => (first ? Date.parse(first.due) : Number.POSITIVE_INFINITY))
        expect(dues).toEqual(dues.toSorted((a, b) => (a === b ? 0 : a - b)))
      }),
    )
  })

  it('stays as the time goes on, while what is late only comes to be more', () => {
    const lines = [deskLine({ due: dueAt(hours(5)) }), deskLine({ due: dueAt(hours(1)) }), deskLine({ undated: 1 })]
    const order = shownLines(lines, everything, now)
    expect(order).toEqual([lines[1], lines[0], lines[2]])
    expect(shownLines(lines, everything, now + 9 * 3_600_000)).toEqual(order)
    const late = (later: number) => shownLines(lines, { ...everything, lateOnly: true }, now + later * 3_600_000)
    expect([late(0), late(2), late(6)]).toEqual([[], [lines[1]], [lines[1], lines[0]]])
  })

  it('shows of one clock those that it is still due for', () => {
    const both = deskLine({ due: dueAt(hours(1), hours(2)) })
    const one = deskLine({ due: dueAt(hours(1)) })
    expect(shownLines([one, both], { ...everything, clock: 'DL-03' }, now)).toEqual([both])
  })
})

describe('a line', () => {
  it.each([
    ['open', { state: 'open', worker: 'somebody' }, true],
    ['open', { state: 'closed' }, false],
    ['mine', { worker: 'me' }, true],
    ['mine', { worker: 'somebody' }, false],
    ['mine', { worker: null }, false],
    ['mine', { worker: 'me', state: 'closed' }, false],
    ['closed', { state: 'closed' }, true],
    ['closed', {}, false],
  ] as const)('is among the %s ones: %o, %s', (which, about, isAmong) => {
    expect(belongs(deskLine(about), { which }, 'me')).toBe(isAmong)
  })

  it('is the room’s only where its interview covers the case', () => {
    const line = deskLine({ interviews: ['one'] })
    expect(belongs(line, { which: 'open', interview: 'one' }, 'me')).toBe(true)
    expect(belongs(line, { which: 'open', interview: 'another' }, 'me')).toBe(false)
  })

  it('tells once that a clock ran out', () => {
    const line = deskLine({ due: dueAt(hours(1), hours(2)) })
    const at = (time: number) => now + time * 3_600_000
    expect(ranOut([line], now, at(1))).toEqual([])
    expect(ranOut([line], at(1), at(1) + 1)).toEqual([{ line, clock: line.due[0] }])
    expect(ranOut([line], at(1) + 1, at(3))).toEqual([{ line, clock: line.due[1] }])
  })
})
