import { describe, expect, it } from 'vitest'
import { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { toldBackOf } from '../../../../console/web/case/toldBackOf.ts'

const now = Date.parse('2026-06-01T12:00:00Z')
const filled = { what: 'record', at: '01/06/2026 12:30', language: 'ar', answer: 'agreed', words: ' نعم ' }

describe('what is written of a reading back', () => {
  it('is an event, with their words where they said some', () => {
    const made = toldBackOf(filled, now)
    expect(made).toMatchObject({ ok: true, body: { answer: 'agreed', language: 'ar', words: 'نعم' } })
    expect(made.ok && CaseEventBody.safeParse(made.body).success).toBe(true)
    const silent = toldBackOf({ ...filled, words: ' ' }, now)
    expect(silent.ok && 'words' in silent.body).toBe(false)
  })

  it.each([
    ['what', { what: '' }, 'case/choose'],
    ['language', { language: 'xx' }, 'case/choose'],
    ['answer', { answer: '' }, 'case/choose'],
    ['at', { at: '' }, 'case/day-and-time'],
    ['at', { at: '02/06/2026 12:30' }, 'case/still-to-come'],
  ])('says that %s is missing or wrong', (field, wrong, key) => {
    expect(toldBackOf({ ...filled, ...wrong }, now)).toEqual({ ok: false, faults: [{ field, key }] })
  })
})
