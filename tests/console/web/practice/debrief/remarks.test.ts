import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toTryNext } from '../../../../../console/web/practice/debrief/toTryNext.ts'
import { wentWell } from '../../../../../console/web/practice/debrief/wentWell.ts'
import type { Debrief } from '../../../../../dialogs/practice/debrief/debrief.ts'
import english from '../../../../../locales/en/console.json' with { type: 'json' }
import { debriefMade, sayings } from './debriefMade.ts'

const keysOf = (remarks: readonly { key: string }[]) => remarks.map(({ key }) => key)
const { debrief: plain } = debriefMade([
  'Tell me what happened on Sunday.',
  'Tell me about the arguing.',
  'Was it dark?',
])
const { confidentiality, questions, support } = plain

describe('what went well', () => {
  const cases: readonly [string, Partial<Debrief>, string][] = [
    [
      'limits before anything hard',
      { confidentiality: { ...confidentiality, explained: 'before-disclosure' } },
      'limits',
    ],
    ['support after something hard', { support: { ...support, disclosures: 2, afterDisclosures: 1 } }, 'support'],
    ['mostly open questions', { questions: { ...questions, recommended: 4, other: 2 } }, 'share'],
    ['plain questions about safety', { questions: { ...questions, safety: 1, recommended: 0 } }, 'safety'],
  ]
  it.each(cases)('says %s', (_, change, key) => {
    expect(keysOf(wentWell({ ...plain, ...change }))).toContain(`debrief/well-${key}`)
  })

  it('ends with what came of it', () => {
    const { debrief } = debriefMade(sayings.slice(0, 8))
    expect(debrief.told.length).toBeGreaterThan(0)
    expect(keysOf(wentWell(debrief)).at(-1)).toBe('debrief/well-told')
  })

  it('finds something to say of a talk in which nothing came out', () => {
    const { debrief } = debriefMade(['Did Rob hit your mum?'])
    const nothing = { ...debrief, told: [], questions: { ...debrief.questions, recommended: 0 } }
    expect(keysOf(wentWell(nothing))).toEqual(['debrief/well-began'])
  })
})

describe('what to try next', () => {
  it('names what can hurt a child before what only costs an answer', () => {
    const { debrief } = debriefMade([
      'Was it dark?',
      'Did you go to the park?',
      'Was it cold?',
      'Did you have a coat?',
      'I promise I will not tell anyone.',
      'Why did you run away?',
    ])
    const found = toTryNext(debrief)
    expect(keysOf(found).slice(0, 2)).toEqual(['debrief/next-secrecy', 'debrief/next-safety'])
    expect(found[0]?.turns).toEqual([5])
    expect(keysOf(found)[2]).toBe('debrief/next-blame')
  })

  it('does not ask for a closing of someone who was left', () => {
    const rest = { ...plain, untold: [], opening: [], stages: { ...plain.stages, checks: [] } }
    expect(keysOf(toTryNext({ ...rest, ended: 'left' }))).not.toContain('debrief/next-closing')
    expect(keysOf(toTryNext({ ...rest, ended: 'closed' }))).toContain('debrief/next-closing')
  })

  it('has something left to try after a talk with nothing to mend', () => {
    const asked = { ...questions, other: 0, longestClosedRun: { length: 0 } }
    const stages = { ...plain.stages, checks: [] }
    const mended = { ...plain, turns: [], untold: [], opening: [], closing: [], stages, questions: asked }
    expect(keysOf(toTryNext(mended))).toEqual(['debrief/next-harder'])
  })
})

it('is one to three sentences of each, with words for each, none twice, and of turns that there were', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sayings), { minLength: 1, maxLength: 14 }), fc.nat(1_000), (said, seed) => {
      const { debrief } = debriefMade(said, seed)
      for (const remarks of [wentWell(debrief), toTryNext(debrief)]) {
        expect(remarks.length).toBeGreaterThan(0)
        expect(remarks.length).toBeLessThanOrEqual(3)
        expect(new Set(keysOf(remarks)).size).toBe(remarks.length)
        for (const { key, turns: named, into = {} } of remarks) {
          const words: string = english[key]
          const places = [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place)
          expect(new Set(places)).toEqual(new Set(Object.keys(into)))
          expect(named.every(turn => turn >= 1 && turn <= debrief.turns.length)).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})
