import { describe, expect, it } from 'vitest'
import { noBalanceEdits } from '../../../../console/casework/balance/balanceEdits.ts'
import { balanceOf } from '../../../../console/casework/balance/balanceOf.ts'
import { changedSince } from '../../../../console/casework/balance/changedSince.ts'
import { CaseEventBody, type RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { idOf } from '../../../support/talk.ts'
import { interviewOf } from './weighed.ts'

const told: CaseEventBody = {
  type: 'toldBack',
  what: 'balance',
  at: '2026-06-02T09:00:00Z',
  language: 'en',
  answer: 'agreed',
}
const line: CaseEventBody = { type: 'balanceLine', part: 'strengths', words: 'Asked for help.' }
/** The interview of these tests is held on the first of June. */
const talk = interviewOf({ type: 'covered', coverage: 'push.bullying', told: 'yes' })

function since(...bodies: CaseEventBody[]): boolean {
  const events = [{ type: 'notified', source: 'police' } as const, ...bodies].map(
    (body, place): RecordedCaseEvent => ({
      ...{ id: idOf(place + 1), episode: idOf(900), seq: place + 1, by: 'interviewer', from: 'console' },
      ...{ deviceAt: '2026-06-02T09:00:00Z', recordedAt: '2026-06-02T09:00:00Z', body: CaseEventBody.parse(body) },
    }),
  )
  const event = caseFrom(events).toldBack.at(-1)?.event ?? ''
  return changedSince(event, events, balanceOf([talk], caseFrom(events).balance))
}

describe('a balance that was told back', () => {
  it.each<[string, CaseEventBody[], boolean]>([
    ['is the same where nothing came after it', [line, told], false],
    ['is another after a line was added', [told, line], true],
    ['is another after a line was changed', [told, { type: 'balanceChanged', line: idOf(2), words: 'Else.' }], true],
    ['is another after a line was taken back', [line, told, { type: 'withdrawn', event: idOf(2) }], true],
    ['is the same after something else of the case', [told, { type: 'named', calledAs: 'Example Wren' }], false],
    ['is the same again once it was told back again', [told, line, told], false],
  ])('%s', (_, bodies, then) => {
    expect(since(...bodies)).toBe(then)
  })

  it('is another after more was said', () => {
    const events = interviewOf({ type: 'covered', coverage: 'push.bullying', told: 'yes' }).events.map(event => ({
      ...event,
      at: '2026-06-03T09:00:00.000Z',
    }))
    const caseEvents: RecordedCaseEvent[] = [
      {
        ...{ id: idOf(1), episode: idOf(900), seq: 1, by: 'interviewer', from: 'console' },
        ...{ deviceAt: '2026-06-02T09:00:00Z', recordedAt: '2026-06-02T09:00:00Z', body: told },
      },
    ]
    expect(changedSince(idOf(1), caseEvents, balanceOf([{ ...talk, events }], noBalanceEdits))).toBe(true)
  })
})
