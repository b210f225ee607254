import { describe, expect, it } from 'vitest'
import { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { bodiesOf, type FactValues, valuesOf } from '../../../../console/web/case/caseFacts.ts'
import { caseEventsOf } from './caseEventsOf.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const full: FactValues = {
  source: 'police',
  reportedByFamily: 'no',
  reference: '0815',
  calledAs: 'Example Dunnock',
  lastSeen: '20/11/2026 18:30',
  'wentMissing-not-known': 'yes',
  found: '22/11/2026 01:00',
  notified: '22/11/2026 09:00',
  lookedAfter: 'yes',
  unaccompanied: 'no',
  placedHereByAnother: 'yes',
  placingAuthority: 'Exampleshire',
  accommodation: 'foster',
  claimed: '15',
  disputed: 'yes',
  days30: '2',
  ever: '11',
}

describe('what a notification tells', () => {
  it('may be nothing at all: who told is then not known, and nothing else is said', () => {
    expect(bodiesOf({}, undefined, now)).toEqual({ bodies: [{ type: 'notified', source: 'other' }], faults: [] })
  })

  it('comes back from the case as it was typed, and there is nothing left to write', () => {
    const { bodies, faults } = bodiesOf(full, undefined, now)
    expect(faults).toEqual([])
    for (const body of bodies) expect(CaseEventBody.safeParse(body).success).toBe(true)
    const before = valuesOf(caseFrom(caseEventsOf(...bodies)))
    expect(before).toEqual(full)
    expect(bodiesOf(before, before, now)).toEqual({ bodies: [], faults: [] })
  })

  it('says in its own event each thing that was changed later, and those alone', () => {
    const changes = { calledAs: 'Example Wren', returned: '22/11/2026 10:00', needsInterpreter: 'yes', months12: '3' }
    expect(bodiesOf({ ...full, ...changes }, full, now)).toEqual({
      bodies: [
        { type: 'named', calledAs: 'Example Wren' },
        { type: 'timed', moment: 'returned', at: '2026-11-22T10:00:00.000Z' },
        { type: 'described', facts: { needsInterpreter: true, previous: { months12: 3 } } },
      ],
      faults: [],
    })
  })

  it('keeps a time nobody can be sure of as it was said, and guesses none', () => {
    expect(bodiesOf({ source: 'school', lastSeen: 'Friday after lunch' }, undefined, now).bodies[1]).toEqual({
      type: 'timed',
      moment: 'lastSeen',
      at: null,
      words: 'Friday after lunch',
    })
  })

  it.each([
    ['a time still to come', { found: '23/11/2026 09:00' }, 'found', 'case/still-to-come'],
    ['a date that is none', { found: '31/02/2026 09:00' }, 'found', 'problem/no-such-date'],
    ['an age that is no number', { claimed: 'fifteen' }, 'claimed', 'case/number'],
    ['an age that nobody has', { assessed: '150' }, 'assessed', 'case/number'],
  ])('refuses %s, at its field', (_, values, field, key) => {
    expect(bodiesOf(values, undefined, now).faults).toEqual([{ field, key }])
  })

  it('does not let what was known be emptied by the way', () => {
    expect(bodiesOf({ ...full, calledAs: ' ', found: '' }, full, now).faults).toEqual([
      { field: 'calledAs', key: 'case/cannot-empty' },
      { field: 'found', key: 'case/cannot-empty' },
    ])
    // To say that nobody knows after all is no emptying.
    expect(bodiesOf({ ...full, found: '', 'found-not-known': 'yes' }, full, now)).toEqual({
      bodies: [{ type: 'timed', moment: 'found', at: null }],
      faults: [],
    })
  })
})
