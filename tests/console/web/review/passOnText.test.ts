import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { reviewTexts } from '../../../../console/casework/review/reviewChoices.ts'
import { passOnText } from '../../../../console/web/review/passOnText.ts'
import { caseEventsOf } from '../case/caseEventsOf.ts'

const english: Record<string, string> = JSON.parse(readFileSync('locales/en/console.json', 'utf8'))
const say = (key: string, into: Readonly<Record<string, string | number>> = {}) =>
  (english[key] ?? `no words for ${key}`).replaceAll(/\{\{(\w+)\}\}/g, (_, name) => String(into[name]))

const file = caseFrom(
  caseEventsOf(
    { type: 'notified', source: 'police', reference: 'Example 7' },
    { type: 'named', calledAs: 'Example Wren' },
    { type: 'declined', at: '2026-06-03T09:00:00Z', by: 'parent-or-carer', words: 'Marked words.' },
    {
      ...{ type: 'attempted', at: '2026-06-02T09:00:00Z', means: 'phone', to: 'young-person', outcome: 'no-answer' },
      words: 'Marked words.',
    },
    {
      ...{ type: 'offered', at: '2026-06-01T09:00:00Z', means: 'text', to: 'young-person', outcome: 'no-answer' },
      words: 'Marked words.',
    },
  ),
)
const textOf = (what: (typeof reviewTexts)[number], found?: string, notified?: string) =>
  passOnText(what, { file, say, language: 'en', found, notified })

describe('a text for others', () => {
  it.each(reviewTexts)('has nobody’s words in it: %s', what => {
    const text = textOf(what, '2026-06-01T06:00:00Z', '2026-06-01T20:00:00Z')
    expect(text).not.toMatch(/marked|no words for|undefined|\{\{/i)
  })

  it('says whose decision a no was, and when', () => {
    expect(textOf('decline')).toContain('Parent or carer, 3 Jun 2026, 10:00')
    expect(textOf('decline')).toContain('Example Wren')
  })

  it('has every offer and attempt in the order they were made', () => {
    expect(textOf('attempts').split('\n').slice(3)).toEqual([
      expect.stringMatching(/^1 Jun 2026, 10:00, .*No answer$/),
      expect.stringMatching(/^2 Jun 2026, 10:00, Phone, Young person, No answer$/),
    ])
  })

  it('tells a meeting of many how late a referral was, and no name', () => {
    const text = textOf('delay', '2026-06-01T06:00:00Z', '2026-06-01T20:00:00Z')
    expect(text).toContain('Hours between the two: 14')
    expect(text).not.toContain('Wren')
    expect(textOf('delay')).not.toContain('Hours between')
  })
})
