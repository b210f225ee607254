import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clocksFor } from '../../../../console/casework/clocks/clocksFor.ts'
import { CaseEventBody, type RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom, momentsOf, outOfOrder } from '../../../../console/casework/episode/caseFile.ts'
import { lackingFor } from '../../../../console/casework/episode/closing.ts'

const idOf = (seq: number) => `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`
const notified: CaseEventBody = { type: 'notified', source: 'police', reportedByFamily: true }

/** The events of a case that was begun by a coordinator, one for each body. */
function recorded(...bodies: CaseEventBody[]): RecordedCaseEvent[] {
  return [notified, ...bodies].map((body, place) => ({
    id: idOf(place + 1),
    episode: idOf(900),
    seq: place + 1,
    by: 'coordinator',
    from: 'console',
    deviceAt: '2026-06-01T09:00:00+01:00',
    recordedAt: `2026-06-01T09:${String(place).padStart(2, '0')}:00.000Z`,
    body: CaseEventBody.parse(body),
  }))
}
const fileOf = (...bodies: CaseEventBody[]) => caseFrom(recorded(...bodies))
const at = (text: string) => `2026-06-${text}:00Z`

describe('a case', () => {
  it('begins with who told of it, and is whoever wrote it down to look after until it is allocated', () => {
    expect(fileOf()).toMatchObject({ source: 'police', reportedByFamily: true, worker: 'coordinator', state: 'open' })
    expect(fileOf({ type: 'allocated', worker: null }).worker).toBeNull()
    expect(() => caseFrom([])).toThrow('who told of it')
  })

  it('keeps what is not known apart from what was not asked', () => {
    const file = fileOf({ type: 'timed', moment: 'lastSeen', at: null })
    expect(file.timed).toEqual({ lastSeen: null })
    expect(momentsOf(file)).toEqual({})
  })

  it('takes the newest of a moment, and the first of what was done more than once', () => {
    const file = fileOf(
      { type: 'timed', moment: 'found', at: at('01T08:00') },
      { type: 'timed', moment: 'found', at: at('01T07:00') },
      { type: 'attempted', at: at('02T10:00'), means: 'phone', to: 'parent-or-carer', outcome: 'reached' },
      { type: 'attempted', at: at('02T12:00'), means: 'phone', to: 'young-person', outcome: 'reached' },
      { type: 'offered', at: at('02T12:05'), means: 'phone', to: 'young-person', outcome: 'accepted' },
      { type: 'offered', at: at('02T09:00'), means: 'text', to: 'young-person', outcome: 'no-answer' },
    )
    expect(momentsOf(file)).toEqual({
      found: at('01T07:00'),
      attempted: at('02T10:00'),
      contacted: at('02T12:00'),
      offered: at('02T09:00'),
    })
  })

  it('keeps each time that something was read back, and not what was taken back', () => {
    const back = { type: 'toldBack', what: 'record', at: at('02T10:00'), language: 'ar', answer: 'agreed' } as const
    const file = fileOf(
      back,
      { ...back, what: 'balance', answer: 'not-safe-to-ask' },
      { type: 'withdrawn', event: idOf(2) },
    )
    expect(file.toldBack).toMatchObject([{ what: 'balance', answer: 'not-safe-to-ask', event: idOf(3) }])
    expect(CaseEventBody.safeParse({ ...back, language: 'xx' }).success).toBe(false)
  })

  it('counts a third time in 30 days from when they went missing, where another authority’s clock is to count', () => {
    const missing = { type: 'timed', moment: 'wentMissing', at: at('01T20:00') } as const
    const twiceBefore = { type: 'described', facts: { previous: { days30: 2 } } } as const
    const third = fileOf(missing, twiceBefore)
    expect(momentsOf(third).missingThirdTime).toBe(at('01T20:00'))
    expect(momentsOf(fileOf(missing)).missingThirdTime).toBeUndefined()
    const clocks = clocksFor(momentsOf(third), at('02T09:00'), { alsoCounted: ['DL-X4'] })
    expect(clocks.find(({ id }) => id === 'DL-X4')).toMatchObject({ state: 'due', due: null })
    expect(clocksFor(momentsOf(third), at('02T09:00')).some(({ id }) => id === 'DL-X4')).toBe(false)
  })

  it('describes bit by bit, and mixes no age with another', () => {
    const file = fileOf(
      { type: 'described', facts: { ages: { claimed: 15 }, lookedAfter: true } },
      { type: 'described', facts: { ages: { disputed: true }, previous: { days30: 2 } } },
      { type: 'described', facts: { previous: { ever: 9 } } },
    )
    expect(file.facts).toEqual({
      ages: { claimed: 15, disputed: true },
      lookedAfter: true,
      previous: { days30: 2, ever: 9 },
    })
  })

  it('is as if what was taken back had never been written, but for who told of it', () => {
    const bodies: CaseEventBody[] = [
      { type: 'declined', at: at('02T12:00'), by: 'parent-or-carer' },
      { type: 'timed', moment: 'returned', at: at('01T12:00') },
    ]
    const { seq: _a, changedAt: _b, ...taken } = fileOf(...bodies, { type: 'withdrawn', event: idOf(2) })
    const { seq: _c, changedAt: _d, ...never } = fileOf(bodies[1] as CaseEventBody)
    expect(taken).toEqual(never)
    expect(fileOf({ type: 'withdrawn', event: idOf(1) }).source).toBe('police')
  })

  it('has its clocks from the interview that covers it, also where one covers several', () => {
    const interview = idOf(500)
    const file = fileOf({ type: 'timed', moment: 'returned', at: at('01T12:00') }, { type: 'covered', interview })
    expect(file.interviews).toEqual([interview])
    const moments = momentsOf(file, [{ held: at('03T12:00'), concerns: [at('03T11:00')] }])
    const states = clocksFor(moments, at('03T13:00')).map(({ id, state }) => `${id} ${state}`)
    expect(states).toEqual(expect.arrayContaining(['DL-03 met', 'DL-10 due', 'DL-12 due']))
  })

  it('tells of moments that cannot have come so', () => {
    expect(outOfOrder({ found: at('01T08:00'), returned: at('01T07:00') })).toEqual([['found', 'returned']])
    expect(outOfOrder({ found: at('01T08:00'), returned: at('01T08:00') })).toEqual([])
  })

  it('never changes with the order of what does not touch the same thing', () => {
    const body = fc.constantFrom<CaseEventBody>(
      { type: 'timed', moment: 'found', at: at('01T08:00') },
      { type: 'described', facts: { lookedAfter: true } },
      { type: 'letter', at: at('09T08:00'), to: 'young-person' },
      { type: 'allocated', worker: 'interviewer' },
      { type: 'notOffered', reason: 'moved-area' },
    )
    fc.assert(
      fc.property(fc.uniqueArray(body, { selector: ({ type }) => type }), bodies => {
        const plain = (file: ReturnType<typeof caseFrom>) =>
          JSON.parse(JSON.stringify({ ...file, seq: 0, changedAt: '' }).replaceAll(/0000-4000-8000-\d{12}/g, ''))
        expect(plain(fileOf(...bodies.toReversed()))).toEqual(plain(fileOf(...bodies)))
      }),
    )
  })
})

describe('closing', () => {
  const phone = { means: 'phone', to: 'young-person' } as const
  it.each([
    ['completed', [], false, ['interview-held', 'record-sent', 'forwarded']],
    ['completed', [{ type: 'timed', moment: 'sent', at: at('03T12:00') }], true, ['forwarded']],
    [
      'completed',
      [
        { type: 'timed', moment: 'sent', at: at('03T12:00') },
        { type: 'timed', moment: 'forwarded', at: at('03T13:00') },
      ],
      true,
      [],
    ],
    ['declined-by-young-person', [], false, ['decline-by-young-person', 'decline-reason']],
    [
      'declined-by-young-person',
      [{ type: 'declined', at: at('02T12:00'), by: 'young-person', words: 'No.' }],
      false,
      [],
    ],
    [
      'declined-by-parent',
      [{ type: 'declined', at: at('02T12:00'), by: 'young-person', words: 'No.' }],
      false,
      ['decline-by-parent', 'decline-reason', 'parent-information'],
    ],
    [
      'not-reachable',
      [{ type: 'attempted', at: at('02T12:00'), ...phone, outcome: 'no-answer' }],
      false,
      ['attempts', 'services-told', 'letter'],
    ],
    ['missing-again', [{ type: 'missingAgain', at: at('02T12:00') }], false, []],
    ['not-offered', [], false, ['reason-not-offered']],
    ['opened-in-error', [], false, []],
  ] as [Parameters<typeof lackingFor>[0], CaseEventBody[], boolean, string[]][])(
    'as %s after %j lacks %s',
    (because, bodies, held, lacking) => {
      expect(lackingFor(because, fileOf(...bodies), held)).toEqual(lacking)
    },
  )
})
