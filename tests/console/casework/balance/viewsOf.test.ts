import { describe, expect, it } from 'vitest'
import { noBalanceEdits } from '../../../../console/casework/balance/balanceEdits.ts'
import { mightGoViews, scalesOf } from '../../../../console/casework/balance/viewsOf.ts'
import { CaseEventBody, type RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { recordFrom } from '../../../../dialogs/record/recordFrom.ts'
import { idOf } from '../../../support/talk.ts'
import { editsOf, interviewOf } from './weighed.ts'

const scale = { type: 'answered', prompt: 'safety.how-safe' } as const
const recordOf = (...bodies: Parameters<typeof interviewOf>) => recordFrom(interviewOf(...bodies).events)

describe('how safe someone says they are', () => {
  it('is each one’s own number, the oldest first, and never anybody else’s', () => {
    const record = recordOf(
      { ...scale, answer: { kind: 'scale', value: 4 }, voice: 'interpreter' },
      { ...scale, answer: { kind: 'scale', value: 9 }, voice: 'parent-or-carer' },
    )
    const edits = editsOf([
      { type: 'scaled', whose: 'practitioner', value: 2, at: '2026-06-02T09:00:00Z', words: 'What was not said.' },
      { type: 'scaled', whose: 'young-person', value: 5, at: '2026-06-03T09:00:00Z' },
    ])
    expect(scalesOf([record], edits).map(({ whose, value, event }) => [whose, value, event])).toEqual([
      ['young-person', 4, undefined],
      ['practitioner', 2, idOf(500)],
      ['young-person', 5, idOf(501)],
    ])
  })

  it('says that they would rather not, which is no number', () => {
    const record = recordOf({ type: 'choseNotToSay', prompt: 'safety.how-safe' })
    expect(scalesOf([record], noBalanceEdits)).toMatchObject([{ whose: 'young-person', value: 'chose-not-to-say' }])
  })
})

describe('whether they might go missing again', () => {
  it('is one view beside another, each with whose it is', () => {
    const record = recordOf(
      {
        type: 'covered',
        coverage: 'return.might-go-again',
        told: 'yes',
        because: 'If they shout.',
        voice: 'interpreter',
      },
      { type: 'covered', coverage: 'return.might-go-again', told: 'no', voice: 'parent-or-carer' },
    )
    const edits = editsOf([
      { type: 'mightGoAgain', whose: 'practitioner', answer: 'not-sure', at: '2026-06-02T09:00:00Z' },
    ])
    expect(mightGoViews([record], edits).map(({ whose, answer, words }) => [whose, answer, words])).toEqual([
      ['young-person', 'yes', 'If they shout.'],
      ['parent-or-carer', 'no', undefined],
      ['practitioner', 'not-sure', undefined],
    ])
  })
})

describe('the balance in a case', () => {
  const at = '2026-06-02T09:00:00Z'
  const bodies: CaseEventBody[] = [
    { type: 'notified', source: 'police' },
    { type: 'balanceLine', part: 'strengths', words: 'Asked for help.' },
    { type: 'balanceChanged', line: idOf(2), words: 'In other words.' },
    { type: 'balanceLeftOut', line: idOf(3) },
    { type: 'scaled', whose: 'practitioner', value: 3, at },
    { type: 'mightGoAgain', whose: 'young-person', answer: 'no', at },
  ]
  const recordedCase = (all: readonly CaseEventBody[]): RecordedCaseEvent[] =>
    all.map((body, place) => ({
      ...{ id: idOf(place + 1), episode: idOf(900), seq: place + 1, by: 'interviewer', from: 'console' },
      ...{ deviceAt: at, recordedAt: at, body: CaseEventBody.parse(body) },
    }))

  it('is folded from its events, with who wrote each, and without what was taken back', () => {
    const { balance } = caseFrom(recordedCase(bodies))
    expect(balance.own).toMatchObject([{ event: idOf(2), writtenBy: 'interviewer', words: 'Asked for help.' }])
    expect([balance.changes, balance.leftOut, balance.scales, balance.mightGo].map(each => each.length)).toEqual([
      1, 1, 1, 1,
    ])
    const without = caseFrom(recordedCase([...bodies, { type: 'withdrawn', event: idOf(4) }])).balance
    expect(without.leftOut).toEqual([])
  })

  it.each([
    { type: 'scaled', whose: 'practitioner', value: 11, at },
    { type: 'scaled', whose: 'parent-or-carer', value: 1, at },
    { type: 'balanceChanged', line: idOf(2) },
    { type: 'balanceLine', part: 'risk', words: 'High.' },
    { type: 'balanceLine', part: 'worries', words: ' ' },
  ])('takes no %o', body => {
    expect(CaseEventBody.safeParse(body).success).toBe(false)
  })
})
