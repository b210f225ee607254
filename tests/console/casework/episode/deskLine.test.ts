import { describe, expect, it } from 'vitest'
import { CaseEventBody, type RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom, isStillMissing } from '../../../../console/casework/episode/caseFile.ts'
import { deskLineOf } from '../../../../console/casework/episode/deskLine.ts'

const idOf = (seq: number) => `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`
const interview = idOf(700)
const at = (text: string) => `2026-06-${text}:00.000Z`

function fileOf(...bodies: CaseEventBody[]) {
  const events = [{ type: 'notified', source: 'police' } as const, ...bodies].map(
    (body, place): RecordedCaseEvent => ({
      id: idOf(place + 1),
      episode: idOf(900),
      seq: place + 1,
      by: 'interviewer',
      from: 'console',
      deviceAt: '2026-06-01T09:00:00+01:00',
      recordedAt: `2026-06-01T09:${String(place % 60).padStart(2, '0')}:00.000Z`,
      body: CaseEventBody.parse(body),
    }),
  )
  return caseFrom(events)
}
const lineOf = (bodies: CaseEventBody[], concerns: string[] = [], now = at('01T12:00')) =>
  deskLineOf(
    fileOf(...bodies),
    [{ interview, held: null, concerns, concernIds: concerns.map((_, place) => idOf(801 + place)) }],
    now,
  )
const referral = (concern: number, done: string): CaseEventBody[] => [
  {
    type: 'actionAdded',
    kind: 'hub-referral',
    owner: 'interviewer',
    due: null,
    concern: { interview, concern: idOf(800 + concern) },
  },
  { type: 'actionDone', action: idOf(2), outcome: 'done', at: done },
]
const ofConcerns = ({ due }: { due: readonly { id: string; due: string; concern?: number }[] }) =>
  due.flatMap(({ concern, due: by }) => (concern === undefined ? [] : [[concern, by]]))

describe('the desk line of a case with concerns', () => {
  it('has the 24 hours of each, and no more than one for the first', () => {
    const line = lineOf([], [at('01T10:00'), at('01T11:00')])
    expect(line.due.map(({ id }) => id)).toEqual(['DL-10', 'DL-10'])
    expect(ofConcerns(line)).toEqual([
      [1, at('02T10:00')],
      [2, at('02T11:00')],
    ])
  })

  it('keeps the second when the first was referred: it counts on its own', () => {
    const line = lineOf(referral(1, at('01T10:30')), [at('01T10:00'), at('01T11:00')], at('03T10:00'))
    expect(ofConcerns(line)).toEqual([[2, at('02T11:00')]])
    expect(line.due[0]).toMatchObject({ id: 'DL-10', who: 'provider', due: at('02T11:00') })
  })

  it('has one that was written by hand beside those of the talk, and none once the case is closed', () => {
    const byHand: CaseEventBody = { type: 'timed', moment: 'concernRaised', at: at('01T08:00') }
    const line = lineOf([byHand], [at('01T10:00')])
    expect(line.due.filter(({ id }) => id === 'DL-10')).toEqual([
      { id: 'DL-10', who: 'provider', due: at('02T08:00') },
      { id: 'DL-10', who: 'provider', due: at('02T10:00'), concern: 1 },
    ])
    expect(lineOf([{ type: 'closed', because: 'transferred' }], [at('01T10:00')]).due).toEqual([])
  })

  it('has that of the first, as before, where the ids of the concerns were not kept', () => {
    const line = deskLineOf(fileOf(), [{ interview, held: null, concerns: [at('01T10:00')] }], at('01T12:00'))
    expect(line.due).toEqual([{ id: 'DL-10', who: 'provider', due: at('02T10:00') }])
  })
})

describe('someone who is still missing', () => {
  const went: CaseEventBody = { type: 'timed', moment: 'wentMissing', at: at('01T08:00') }
  it.each<[string, CaseEventBody[], boolean]>([
    ['nothing was told yet', [], false],
    ['they went missing', [went], true],
    ['nobody knows when they went', [{ ...went, at: null }], true],
    ['they were found', [went, { type: 'timed', moment: 'found', at: at('01T09:00') }], false],
    ['they were found, and nobody knows when', [went, { type: 'timed', moment: 'found', at: null }], false],
    ['we were told that they were found', [went, { type: 'timed', moment: 'notified', at: at('01T09:00') }], false],
    ['they are back', [went, { type: 'timed', moment: 'returned', at: at('01T09:00') }], false],
    ['the case is closed', [went, { type: 'closed', because: 'transferred' }], false],
  ])('%s: %s', (_title, bodies, expected) => {
    expect(isStillMissing(fileOf(...bodies))).toBe(expected)
    expect(lineOf(bodies).stillMissing).toBe(expected)
  })

  it('has no clock of the talk, and stands before cases that have nothing to do', () => {
    expect(lineOf([went])).toMatchObject({ due: [], undated: 1, stillMissing: true })
    expect(lineOf([])).toMatchObject({ due: [], undated: 0, stillMissing: false })
  })
})

describe('what was arranged elsewhere', () => {
  it('is kept in the order it was written, and taken back', () => {
    const routed: CaseEventBody = {
      type: 'routed',
      way: 'host-authority',
      at: at('01T10:00'),
      service: 'Example Shire',
    }
    const told: CaseEventBody = { type: 'authorityTold', at: at('01T11:00'), authority: 'Example Shire' }
    const file = fileOf(routed, told)
    expect(file.routed).toMatchObject([{ way: 'host-authority', service: 'Example Shire' }])
    expect(file.authorityTold).toMatchObject([{ authority: 'Example Shire' }])
    expect(fileOf(routed, told, { type: 'withdrawn', event: idOf(2) }).routed).toEqual([])
  })
})
