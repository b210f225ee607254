import { describe, expect, it } from 'vitest'
import { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { letterCaution } from '../../../../console/casework/letters/letterCaution.ts'

const idOf = (seq: number) => `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`
const at = '2026-06-01T09:00:00.000Z'
const fileOf = (...bodies: CaseEventBody[]) =>
  caseFrom(
    [{ type: 'notified', source: 'police' } as const, ...bodies].map((body, place) => ({
      ...{ id: idOf(place + 1), episode: idOf(900), seq: place + 1, by: 'coordinator', from: 'console' as const },
      ...{ deviceAt: at, recordedAt: at, body: CaseEventBody.parse(body) },
    })),
  )

const asked = (answer: 'agreed' | 'objected' | 'not-asked-unsafe', recipient = 'parent-or-carer'): CaseEventBody => ({
  ...{ type: 'sharingAsked', stage: 'end', items: 'all' },
  ...{ recipient, answer },
})
const noted = (childTold: 'told' | 'not-safe'): CaseEventBody => ({
  ...{ type: 'concernNoted', interview: idOf(700), concern: idOf(701), at },
  childTold,
})
const raised = (moment: 'concernRaised' | 'immediateRisk'): CaseEventBody => ({ type: 'timed', moment, at })
const nothing = { concerns: [], records: [], isWhole: true }

describe('before a letter is sent', () => {
  it.each([
    ['nothing is on the case', fileOf(), nothing, undefined],
    ['they agreed that a parent is told', fileOf(asked('agreed')), nothing, undefined],
    ['they did not want a parent told, who is told nothing', fileOf(asked('objected')), nothing, undefined],
    ['it was not safe to ask about a parent', fileOf(asked('not-asked-unsafe')), nothing, 'not-safe-to-ask'],
    ['it was not safe to ask about the school', fileOf(asked('not-asked-unsafe', 'school')), nothing, undefined],
    ['it was not safe to tell the young person', fileOf(noted('not-safe')), nothing, 'not-safe-to-ask'],
    [
      'a talk says that telling was not safe',
      fileOf(),
      { ...nothing, concerns: [{ told: 'not-told-unsafe' }] },
      'not-safe-to-ask',
    ],
    ['a concern was raised in a talk', fileOf(), { ...nothing, concerns: [{ told: 'told' }] }, 'concern'],
    ['a concern was told of', fileOf(noted('told')), nothing, 'concern'],
    ['a concern was written down by hand', fileOf(raised('concernRaised')), nothing, 'concern'],
    ['there was a danger at once', fileOf(raised('immediateRisk')), nothing, 'concern'],
    ['a talk cannot be seen', fileOf(), { ...nothing, isWhole: false }, 'not-all-known'],
    [
      'a talk cannot be seen, and a concern is known',
      fileOf(raised('concernRaised')),
      { ...nothing, isWhole: false },
      'concern',
    ],
  ] as const)('it is said what to think of where %s', (_where, file, known, caution) => {
    expect(letterCaution(file, known)).toBe(caution)
  })
})
