import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../../console/casework/clocks/instantOf.ts'
import { readMoment, writtenMoment } from '../../../../console/web/case/readMoment.ts'

describe('a moment that was typed', () => {
  it.each([
    ['22/11/2026 14:05', '2026-11-22T14:05:00.000Z'],
    ['3 April 2026 6.30pm', '2026-04-03T17:30:00.000Z'],
    // Twice in autumn: the first. Skipped in spring: an hour later.
    ['25/10/2026 01:30', '2026-10-25T00:30:00.000Z'],
    ['29/03/2026 01:30', '2026-03-29T01:30:00.000Z'],
  ])('%s is %s', (text, at) => {
    expect(readMoment(text)).toEqual({ kind: 'at', at })
  })

  it.each(['14:05', '22/11/2026', 'about tea time', 'after 22/11/2026 14:05'])(
    '%s is kept as words, and no day or time guessed',
    words => {
      expect(readMoment(words)).toEqual({ kind: 'words', words })
    },
  )

  it.each([
    ['31/02/2026 10:00', 'no-such-date'],
    ['22/11/26 10:00', 'year-in-full'],
    ['22/11/2026 25:00', 'no-such-time'],
  ])('%s is refused as %s', (text, problem) => {
    expect(readMoment(text)).toEqual({ kind: 'problem', problem })
  })

  it('is nothing where nothing was typed', () => {
    expect(readMoment('  ')).toEqual({ kind: 'none' })
  })

  it('is read as the clocks read it, on every day and at every change of the hour', () => {
    const quarter = fc.integer({ min: Date.UTC(2025, 0) / 900_000, max: Date.UTC(2027, 0) / 900_000 })
    const changes = fc.integer({ min: Date.UTC(2026, 2, 29) / 900_000, max: Date.UTC(2026, 2, 29, 4) / 900_000 })
    const changesBack = fc.integer({ min: Date.UTC(2026, 9, 25) / 900_000, max: Date.UTC(2026, 9, 25, 4) / 900_000 })
    fc.assert(
      fc.property(fc.oneof(quarter, changes, changesBack), number => {
        const written = new Date(number * 900_000).toISOString().slice(0, 16)
        expect(readMoment(written.replace('T', ' '))).toEqual({ kind: 'at', at: instantOf(written) })
      }),
    )
  })

  it('comes back as it was, except in the hour that comes twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2025, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 }), number => {
        const at = new Date(number * 60_000).toISOString()
        const read = readMoment(writtenMoment(at))
        const hourBefore = new Date(Date.parse(at) - 3_600_000).toISOString()
        expect(read.kind).toBe('at')
        expect([at, hourBefore]).toContain('at' in read && read.at)
      }),
    )
  })
})
