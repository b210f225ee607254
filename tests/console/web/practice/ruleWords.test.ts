import { describe, expect, it } from 'vitest'
import { rulesInWords, ruleWords } from '../../../../console/web/practice/ruleWords.ts'
import coding from '../../../../locales/en/coding.json' with { type: 'json' }
import english from '../../../../locales/en/console.json' with { type: 'json' }

const said = (rule: string) => ruleWords({ rule }, key => english[key])

describe('why something is coded so', () => {
  it.each([...new Set(coding.rules.map(({ rule }) => rule))])('has words for the rule %s', rule => {
    expect(said(rule)).not.toBe('')
  })

  it('says also that it is about something they told', () => {
    expect(said('tell-me-about-told')).toContain(said('tell-me-about'))
    expect(said('tell-me-about-told')).not.toBe(said('tell-me-about'))
  })

  it('says what is brought in untold, by its kind or in general', () => {
    expect(said('untold-feeling')).toBe(english['practice/rule-untold-feeling'])
    expect(said('untold-own-act')).toBe(english['practice/rule-untold'])
  })

  it('leaves a rule it has no words for to what the class is', () => {
    expect(said('not-a-rule')).toBe('')
    expect(rulesInWords).toContain('wh-question')
  })
})
