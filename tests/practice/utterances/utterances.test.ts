import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { questionClasses, questionFlags } from '../../../dialogs/practice/coding/questionClasses.ts'
import { countedIn, Labelled, measuringSets, parsedFrom, plain, tuningSets, utterancesIn } from './utterances.ts'

describe.each([...tuningSets, ...measuringSets])('the utterances of %s', name => {
  const utterances = utterancesIn(name)

  it('have ids of their own, in order', () => {
    const letter = utterances[0]?.id[0]
    expect(utterances.map(({ id }) => id)).toEqual(
      utterances.map((_utterance, at) => `${letter}${String(at + 1).padStart(3, '0')}`),
    )
  })

  it('ask nothing twice after the same words', () => {
    const turns = utterances.map(({ said, question }) => JSON.stringify([said, plain(question)]))
    expect(turns.filter((turn, at) => turns.indexOf(turn) !== at)).toEqual([])
  })

  it.each(questionClasses)('have at least twelve that are %s', code => {
    expect(utterances.filter(utterance => utterance.class === code).length).toBeGreaterThanOrEqual(12)
  })

  it.each(questionFlags)('have at least eight flagged %s', flag => {
    expect(utterances.filter(utterance => utterance.flags.includes(flag)).length).toBeGreaterThanOrEqual(8)
  })

  it('call nothing repeated without the earlier question and its answer', () => {
    const repeated = utterances.filter(({ flags: given }) => given.includes('repeated'))
    expect(repeated.filter(({ said, asked }) => said.length === 0 || !asked).map(({ id }) => id)).toEqual([])
  })

  it('call nothing a cued invitation or a facilitator before anything was said', () => {
    const uncued = utterances.filter(
      ({ said, class: code }) => said.length === 0 && (code === 'cued-invitation' || code === 'facilitator'),
    )
    expect(uncued.map(({ id }) => id)).toEqual([])
  })
})

describe('the two halves', () => {
  it('have few questions in common, and those are not counted', () => {
    for (const name of measuringSets) {
      expect(countedIn(name).length, name).toBeGreaterThan(270)
    }
  })

  it('were labelled twice, all of them', () => {
    const twice = z.record(z.string(), z.tuple([z.string(), z.string()])).parse(parsedFrom('labelled-twice'))
    expect(Object.keys(twice).sort()).toEqual(
      [...utterancesIn('measuring'), ...utterancesIn('tuning')].map(({ id }) => id).sort(),
    )
  })

  it('carry what was settled between two raters who differed', () => {
    const Label = Labelled.pick({ class: true, flags: true })
    const Differed = z.strictObject({ id: z.string(), first: Label, second: Label, settled: Label })
    const measuring = utterancesIn('measuring')
    const differed = z.array(Differed).parse(parsedFrom('labelled-by-a-second-rater'))
    expect(differed.map(({ id, settled }) => ({ id, ...settled }))).toEqual(
      differed.map(({ id }) => {
        const line = measuring.find(utterance => utterance.id === id)
        return { id, class: line?.class, flags: line?.flags }
      }),
    )
  })
})
