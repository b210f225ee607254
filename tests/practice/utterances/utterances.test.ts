import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const classes = [
  'invitation',
  'cued-invitation',
  'facilitator',
  'directive',
  'option-posing',
  'suggestive',
  'supportive',
  'other',
] as const

const flags = [
  'multiple',
  'too-long',
  'repeated',
  'blaming-why',
  'victim-blaming',
  'jargon',
  'secrecy-promise',
  'contingent-praise',
  'first-use-label',
  'presumes-volition',
] as const

const sentence = z.string().trim().min(1)

const Utterance = z.strictObject({
  id: z.string().regex(/^[tsm]\d{3}$/),
  said: z.array(sentence).describe('What the young person has said so far, oldest first.'),
  asked: z.array(sentence).min(1).optional().describe('What the practitioner asked earlier, where it matters.'),
  question: sentence,
  class: z.enum(classes),
  flags: z.array(z.enum(flags)).refine(given => new Set(given).size === given.length, 'a flag is given twice'),
  note: sentence.optional(),
})

const tuning = read('tuning')
const tuning2 = read('tuning2')
const measuring = read('measuring')

describe.each([
  ['tuning', 't', tuning],
  ['second tuning', 's', tuning2],
  ['measuring', 'm', measuring],
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

  it.each(classes)('have at least twelve that are %s', name => {
    expect(utterances.filter(utterance => utterance.class === name).length).toBeGreaterThanOrEqual(12)
  })

  it.each(flags)('have at least eight flagged %s', name => {
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
    const tuned = new Set([...tuning, ...tuning2].map(({ question }) => plain(question)))
    expect(measuring.filter(({ question }) => tuned.has(plain(question))).map(({ id }) => id)).toEqual([])
  })

  it('were labelled twice, all of them', () => {
    const twice = z.record(z.string(), z.tuple([sentence, sentence])).parse(parsed('labelled-twice'))
    expect(Object.keys(twice).sort()).toEqual([...measuring, ...tuning].map(({ id }) => id).sort())
  })
})

function read(name: string) {
  return z.array(Utterance).parse(parsed(name))
}

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(`tests/practice/utterances/${name}.json`, 'utf8'))
}

/** The words alone: two questions that differ in case, stops or spaces are the same question. */
function plain(question: string) {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
