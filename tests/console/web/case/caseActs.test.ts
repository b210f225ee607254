import { describe, expect, it } from 'vitest'
import { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { type Act, acts, bodyOf } from '../../../../console/web/case/caseActs.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const at = '2026-11-22T11:30:00.000Z'
const typed = '22/11/2026 11:30'

describe('what was done', () => {
  it.each<[Act, Record<string, string>, CaseEventBody]>([
    [
      'offered',
      { means: 'phone', to: 'young-person', outcome: 'accepted' },
      { type: 'offered', at, means: 'phone', to: 'young-person', outcome: 'accepted' },
    ],
    [
      'attempted',
      { means: 'visit', to: 'worker', outcome: 'not-there', words: ' at school ' },
      { type: 'attempted', at, means: 'visit', to: 'worker', outcome: 'not-there', words: 'at school' },
    ],
    ['declined', { by: 'parent-or-carer' }, { type: 'declined', at, by: 'parent-or-carer' }],
    ['consent', { answer: 'given' }, { type: 'consent', at, answer: 'given' }],
    ['letter', { to: 'young-person' }, { type: 'letter', at, to: 'young-person' }],
    [
      'parentInformation',
      { words: 'Was seen in town.' },
      { type: 'parentInformation', at, words: 'Was seen in town.' },
    ],
    ['missingAgain', {}, { type: 'missingAgain', at }],
    ['notOffered', { reason: 'too-young' }, { type: 'notOffered', reason: 'too-young' }],
    [
      'routed',
      { way: 'host-authority', service: ' Example Shire ' },
      { type: 'routed', at, way: 'host-authority', service: 'Example Shire' },
    ],
    ['authorityTold', { authority: 'Example Shire' }, { type: 'authorityTold', at, authority: 'Example Shire' }],
    ['timed', { moment: 'found' }, { type: 'timed', moment: 'found', at }],
    ['timed', { moment: 'sent' }, { type: 'timed', moment: 'sent', at }],
  ])('%s is written as a case takes it', (act, values, body) => {
    expect(bodyOf(act, { at: typed, ...values }, now)).toEqual({ ok: true, body })
    expect(CaseEventBody.safeParse(body).success).toBe(true)
  })

  it.each(Object.keys(acts) as Act[])('%s says of each field what is missing', act => {
    const made = bodyOf(act, {}, now)
    expect(made.ok).toBe(false)
    const needed = acts[act]
      .filter(field => (field.kind !== 'words' && field.kind !== 'line') || 'needed' in field)
      .map(({ name }) => name)
    expect(made.ok ? [] : [...new Set(made.faults.map(({ field }) => field))].toSorted()).toEqual(needed.toSorted())
  })

  it('cannot have been done in time to come; only the next meeting can', () => {
    const tomorrow = { at: '23/11/2026 11:30' }
    expect(bodyOf('missingAgain', tomorrow, now)).toEqual({
      ok: false,
      faults: [{ field: 'at', key: 'case/still-to-come' }],
    })
    expect(bodyOf('timed', { ...tomorrow, moment: 'sent' }, now).ok).toBe(false)
    expect(bodyOf('timed', { ...tomorrow, moment: 'meeting' }, now).ok).toBe(true)
  })

  it('needs a day as well as a time', () => {
    expect(bodyOf('missingAgain', { at: '11:30' }, now)).toEqual({
      ok: false,
      faults: [{ field: 'at', key: 'case/day-and-time' }],
    })
  })
})
