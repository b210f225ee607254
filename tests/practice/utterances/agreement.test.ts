import { describe, expect, it } from 'vitest'
import { codingLexicon } from '../../../locales/codingLexicons.ts'
import { agreementOn } from './agreement.ts'
import { utterancesIn } from './utterances.ts'

const lexicon = codingLexicon()

/** What has been reached is kept. The measuring lines were read by nobody who writes rules. */
describe.each([
  ['tuning', { five: 0.89, recommended: 0.91, closed: 0.91, suggestive: 0.81 }],
  ['tuning2', { five: 0.85, recommended: 0.88, closed: 0.91, suggestive: 0.8 }],
  ['measuring', { five: 0.75, recommended: 0.83, closed: 0.85, suggestive: 0.65 }],
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
