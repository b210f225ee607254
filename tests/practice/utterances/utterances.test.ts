import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { questionClasses, questionFlags } from '../../../dialogs/practice/coding/questionClasses.ts'
import { Labelled, parsedFrom, utterancesIn } from './utterances.ts'

const tuning = utterancesIn('tuning')
const tuning2 = utterancesIn('tuning2')
const tuning3 = utterancesIn('tuning3')
const tuning4 = utterancesIn('tuning4')
const tuning5 = utterancesIn('tuning5')
const tuning6 = utterancesIn('tuning6')
const measuring = utterancesIn('measuring')
const measuring2 = utterancesIn('measuring2')

describe.each([
  ['tuning', 't', tuning],
  ['second tuning', 's', tuning2],
  ['third tuning', 't', tuning3],
  ['fourth tuning', 'v', tuning4],
  ['fifth tuning', 'x', tuning5],
  ['sixth tuning', 'y', tuning6],
  ['measuring', 'm', measuring],
  ['second measuring', 'w', measuring2],
] as const)('the %s utterances', (_, letter, utterances) => {
  it('have ids of their own, in order', () => {
    expect(utterances.map(({ id }) => id)).toEqual(
      utterances.map((_utterance, at) => `${letter}${String(at + 1).padStart(3, '0')}`),
    )
  })

  it('ask nothing twice after the same words', () => {
    const turns = utterances.map(({ said, question }) => JSON.stringify([said, plain(question)]))
    expect(turns.filter((turn, at) => turns.indexOf(turn) !== at)).toEqual([])
  })

  it.each(questionClasses)('have at least twelve that are %s', name => {
    expect(utterances.filter(utterance => utterance.class === name).length).toBeGreaterThanOrEqual(12)
  })

  it.each(questionFlags)('have at least eight flagged %s', name => {
    expect(utterances.filter(utterance => utterance.flags.includes(name)).length).toBeGreaterThanOrEqual(8)
  })

  it('call nothing repeated without the earlier question and its answer', () => {
    const repeated = utterances.filter(({ flags: given }) => given.includes('repeated'))
    expect(repeated.filter(({ said, asked }) => said.length === 0 || !asked).map(({ id }) => id)).toEqual([])
  })

  it('call nothing a cued invitation or a facilitator before anything was said', () => {
    const uncued = utterances.filter(
      ({ said, class: name }) => said.length === 0 && (name === 'cued-invitation' || name === 'facilitator'),
    )
    expect(uncued.map(({ id }) => id)).toEqual([])
  })
})

describe('the two halves', () => {
  it('have no question in common', () => {
    const tuned = new Set(
      [...tuning, ...tuning2, ...tuning3, ...tuning4, ...tuning5, ...tuning6].map(({ question }) => plain(question)),
    )
    expect(
      [...measuring, ...measuring2].filter(({ question }) => tuned.has(plain(question))).map(({ id }) => id),
    ).toEqual([])
  })

  it('were labelled twice, all of them', () => {
    const twice = z.record(z.string(), z.tuple([z.string(), z.string()])).parse(parsedFrom('labelled-twice'))
    expect(Object.keys(twice).sort()).toEqual([...measuring, ...tuning].map(({ id }) => id).sort())
  })

  it('carry what was settled between two raters who differed', () => {
    const Label = Labelled.pick({ class: true, flags: true })
    const Differed = z.strictObject({ id: z.string(), first: Label, second: Label, settled: Label })
    const differed = z.array(Differed).parse(parsedFrom('labelled-by-a-second-rater'))
    expect(differed.map(({ id, settled }) => ({ id, ...settled }))).toEqual(
      differed.map(({ id }) => {
        const line = measuring.find(utterance => utterance.id === id)
        return { id, class: line?.class, flags: line?.flags }
      }),
    )
  })
})

/** The words alone: two questions that differ in case, stops or spaces are the same question. */
function plain(question: string) {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
