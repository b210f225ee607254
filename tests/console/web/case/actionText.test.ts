import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CaseText, caseTexts } from '../../../../console/casework/actions/caseTexts.ts'
import type { CaseConcern } from '../../../../console/casework/actions/concernsOf.ts'
import type { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { actionText } from '../../../../console/web/case/actionText.ts'
import { caseEventsOf } from './caseEventsOf.ts'

const english: Record<string, string> = JSON.parse(readFileSync('locales/en/console.json', 'utf8'))
const say = (key: string, into: Readonly<Record<string, string | number>> = {}) =>
  (english[key] ?? `no words for ${key}`).replaceAll(/\{\{(\w+)\}\}/g, (_, name) => String(into[name]))

const interview = '00000000-0000-4000-8000-000000000700'
const concernOf = (about: Partial<CaseConcern>): CaseConcern => ({
  interview,
  id: 'one',
  seq: 5,
  raisedAt: '2026-06-01T10:00:00.000Z',
  kind: 'hurt',
  said: [],
  told: undefined,
  done: [],
  askedPrompt: undefined,
  ...about,
})
const one = concernOf({ said: [{ words: 'Kai hurts me. Kai’s brother saw.', voice: 'young-person' }] })
const other = concernOf({ id: 'other', kind: 'extremism', said: [{ words: 'Something else.', voice: 'young-person' }] })

function written(text: CaseText, bodies: CaseEventBody[] = [], chosen: string[] = ['one']) {
  const file = caseFrom(
    caseEventsOf(
      { type: 'notified', source: 'police', reference: 'Example 7' },
      { type: 'named', calledAs: 'Example Wren' },
      { type: 'described', facts: { ages: { claimed: 15, assessed: 17, disputed: true } } },
      ...bodies,
    ),
  )
  return actionText(text, {
    file,
    concerns: [one, other],
    chosen: new Set(chosen),
    people: [{ called: 'Kai' }],
    say,
    language: 'en',
    asked: () => 'Tell me about it.',
    kindWords: kind => kind,
    nameOf: id => id,
  })
}
const at = '2026-06-01T11:00:00.000Z'

describe('a referral', () => {
  it.each(caseTexts)('for %s has who, the exact words, what was asked, when, what was done and who was told', text => {
    const whole = written(text)
    expect(
      whole.match(/^(WHO|WHAT WAS SAID|WHAT WAS ASKED|WHEN|WHAT HAS BEEN DONE|WHO HAS BEEN TOLD)$/gm),
    ).toHaveLength(6)
    expect(whole).toContain('Called: Example Wren')
    expect(whole).toContain('Age they say: 15\nAge assessed: 17\nThe age is disputed')
    expect(whole).toContain('Reference: Example 7')
    expect(whole).toContain('“Tell me about it.”')
    expect(whole).toContain('Concern 1 raised 1 Jun 2026, 11:00')
    expect(whole).not.toMatch(/no words for|undefined|\{\{/)
  })

  it('marks the names of others wherever they stand, and changes no word of what was said', () => {
    const whole = written('hub')
    expect(whole).toContain('“Kai [another person] hurts me. Kai [another person]’s brother saw.”')
    expect(whole.replaceAll(' [another person]', '')).toContain('Kai hurts me. Kai’s brother saw.')
  })

  it('holds nothing about a concern that is not for them', () => {
    const bodies = (['one', 'other'] as const).flatMap((concern): CaseEventBody[] => [
      {
        type: 'actionAdded',
        kind: 'prevent',
        owner: 'other',
        due: null,
        concern: { interview, concern },
        words: `Action for ${concern}.`,
      },
      {
        type: 'concernNoted',
        interview,
        concern,
        at,
        toldTo: `Lead of ${concern}`,
        childTold: 'not-safe',
        words: `Why ${concern}.`,
      },
    ])
    const general: CaseEventBody = {
      type: 'actionAdded',
      kind: 'advocacy',
      owner: 'other',
      due: null,
      words: 'For none.',
    }
    const health = written('health', [...bodies, general])
    for (const part of ['Action for one.', 'Lead of one', 'Why one.']) expect(health).toContain(part)
    for (const part of ['Something else.', 'extremism', 'of other', 'for other', 'Why other', 'For none.'])
      expect(health).not.toContain(part)
    const hub = written('hub', [...bodies, general], ['one', 'other'])
    for (const part of ['Something else.', 'Lead of other', 'For none.']) expect(hub).toContain(part)
  })

  it('says nothing is written where nothing is', () => {
    expect(written('health', [], [])).toContain('WHAT WAS SAID\nNothing is written down')
  })
})
