import { describe, expect, it } from 'vitest'
import { codingLexicon } from '../../../locales/codingLexicons.ts'
import { agreementOn } from './agreement.ts'
import { utterancesIn } from './utterances.ts'

const lexicon = codingLexicon()

/** What has been reached is kept. The measuring lines were read by nobody who writes rules. */
describe.each([
  ['tuning', { five: 0.94, recommended: 0.94, closed: 0.96, suggestive: 0.92 }],
  ['tuning2', { five: 0.91, recommended: 0.92, closed: 0.94, suggestive: 0.87 }],
  ['tuning3', { five: 0.93, recommended: 0.94, closed: 0.96, suggestive: 0.88 }],
  ['tuning4', { five: 0.94, recommended: 0.95, closed: 0.95, suggestive: 0.91 }],
  ['tuning5', { five: 0.87, recommended: 0.89, closed: 0.9, suggestive: 0.81 }],
  ['tuning6', { five: 0.87, recommended: 0.86, closed: 0.93, suggestive: 0.87 }],
  ['measuring', { five: 0.8, recommended: 0.86, closed: 0.89, suggestive: 0.72 }],
  ['measuring2', { five: 0.88, recommended: 0.9, closed: 0.91, suggestive: 0.79 }],
])('on the %s utterances', (name, least) => {
  const { five, recommended, closed, suggestive } = agreementOn(utterancesIn(name), lexicon)

  it('the coder agrees with people on the class beyond chance as far as it did', () => {
    expect(five).toBeGreaterThanOrEqual(least.five)
    expect(recommended).toBeGreaterThanOrEqual(least.recommended)
  })

  it('finds closed and suggestive questions as far as it did', () => {
    expect(closed.both / closed.labelled).toBeGreaterThanOrEqual(least.closed)
    expect(suggestive.both / suggestive.labelled).toBeGreaterThanOrEqual(least.suggestive)
    expect(suggestive.both / suggestive.coded).toBeGreaterThanOrEqual(least.suggestive - 0.01)
  })
})
