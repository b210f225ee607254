import { describe, expect, it } from 'vitest'
import { codingLexicon } from '../../../locales/codingLexicons.ts'
import { agreementOn } from './agreement.ts'
import { countedIn, measuringSets } from './utterances.ts'

const lexicon = codingLexicon()

/** What has been reached is kept. The measuring lines were read by nobody who writes rules. */
describe.each([
  ['tuning', { five: 0.95, recommended: 0.95, closed: 0.97, suggestive: 0.92 }],
  ['tuning2', { five: 0.92, recommended: 0.92, closed: 0.94, suggestive: 0.88 }],
  ['tuning3', { five: 0.95, recommended: 0.96, closed: 0.99, suggestive: 0.94 }],
  ['tuning4', { five: 0.97, recommended: 0.98, closed: 0.97, suggestive: 0.96 }],
  ['tuning5', { five: 0.88, recommended: 0.89, closed: 0.9, suggestive: 0.83 }],
  ['tuning6', { five: 0.89, recommended: 0.88, closed: 0.94, suggestive: 0.91 }],
  ['tuning7', { five: 0.95, recommended: 0.95, closed: 0.95, suggestive: 0.92 }],
  ['tuning8', { five: 0.91, recommended: 0.93, closed: 0.91, suggestive: 0.87 }],
  ['tuning9', { five: 0.95, recommended: 0.94, closed: 0.95, suggestive: 0.92 }],
  ['tuning10', { five: 0.89, recommended: 0.86, closed: 0.89, suggestive: 0.83 }],
  ['tuning11', { five: 0.9, recommended: 0.88, closed: 0.86, suggestive: 0.76 }],
  ['tuning12', { five: 0.92, recommended: 0.92, closed: 0.93, suggestive: 0.88 }],
  ['tuning13', { five: 0.93, recommended: 0.97, closed: 0.97, suggestive: 0.92 }],
  ['tuning14', { five: 0.88, recommended: 0.89, closed: 0.93, suggestive: 0.78 }],
  ['tuning15', { five: 0.86, recommended: 0.87, closed: 0.93, suggestive: 0.81 }],
  ['tuning16', { five: 0.86, recommended: 0.9, closed: 0.94, suggestive: 0.79 }],
  ['tuning17', { five: 0.89, recommended: 0.87, closed: 0.88, suggestive: 0.71 }],
  ['tuning18', { five: 0.9, recommended: 0.91, closed: 0.94, suggestive: 0.87 }],
  ['tuning19', { five: 0.93, recommended: 0.91, closed: 0.94, suggestive: 0.89 }],
  ['tuning20', { five: 0.9, recommended: 0.92, closed: 0.97, suggestive: 0.82 }],
  ['tuning21', { five: 0.84, recommended: 0.87, closed: 0.9, suggestive: 0.82 }],
  ['measuring', { five: 0.8, recommended: 0.84, closed: 0.9, suggestive: 0.75 }],
  ['measuring2', { five: 0.88, recommended: 0.9, closed: 0.9, suggestive: 0.79 }],
  ['measuring3', { five: 0.9, recommended: 0.9, closed: 0.9, suggestive: 0.86 }],
] as const)('on the %s utterances', (name, least) => {
  const { five, recommended, closed, suggestive } = agreementOn(countedIn(name), lexicon)

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

/** What issue 6 asks for ("What it must show"), on all lines that no rule was mended with. */
it('agrees with people as far as is asked on the measuring sets together', () => {
  const { five, recommended, closed, suggestive } = agreementOn(measuringSets.flatMap(countedIn), lexicon)
  expect(five).toBeGreaterThanOrEqual(0.83)
  expect(recommended).toBeGreaterThanOrEqual(0.8)
  expect(closed.both / closed.labelled).toBeGreaterThanOrEqual(0.9)
  expect(suggestive.both / suggestive.labelled).toBeGreaterThanOrEqual(0.8)
  expect(suggestive.both / suggestive.coded).toBeGreaterThanOrEqual(0.8)
})
