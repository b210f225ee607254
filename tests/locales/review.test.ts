import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drafted, hashOf, type Review, reviewFaults, reviewText, stateFrom } from '../../locales/review.ts'
import { localesFolder, readShipped } from '../../locales/shippedWords.ts'

const shipped = readShipped()

describe.each(shipped)('the review of $language.code', ({ language, words, english, review }) => {
  it('has an entry for each string, of the words as they are, and no other', () => {
    expect(reviewFaults(review, words)).toEqual([])
  })

  it('calls none of what came with this version more than a draft', () => {
    const states = Object.values(review).flatMap(entries => Object.values(entries).map(({ state }) => state))
    expect(new Set(states)).toEqual(new Set(['draft']))
  })

  it('is kept as the command writes it', () => {
    const kept = readFileSync(new URL(`${language.code}/review.json`, localesFolder), 'utf8')
    expect(reviewText(drafted(review, words, english))).toBe(kept)
  })
})

const entry = (english: string, words: string) => ({
  english: hashOf(english),
  words: hashOf(words),
  state: 'draft' as const,
})
const signed = { ...entry('Yes', 'نعم'), state: 'signed' as const, by: 'Example Linguist', at: '2026-11-01T10:00:00Z' }

describe('a string', () => {
  it.each([
    ['what its entry says', signed, 'Yes', 'نعم', 'signed'],
    ['stale once the English is another', signed, 'Yes.', 'نعم', 'stale'],
    ['a draft again once the words are others', signed, 'Yes', 'أجل', 'draft'],
    ['stale where nobody wrote down what it was made from', undefined, 'Yes', 'نعم', 'stale'],
    ['missing without words', undefined, 'Yes', undefined, 'missing'],
    ['missing with none in them', signed, 'Yes', '', 'missing'],
  ])('is %s', (_what, of, english, words, state) => {
    expect(stateFrom(of, english, words)).toBe(state)
  })
})

describe('the check', () => {
  const words = { guide: { a: 'نعم' } }
  it.each([
    ['a string without an entry', {}, [{ file: 'guide', key: 'a', fault: 'no-entry' }]],
    [
      'an entry without a string',
      { guide: { a: signed, b: signed } },
      [{ file: 'guide', key: 'b', fault: 'no-string' }],
    ],
    [
      'words that were changed after they were signed',
      { guide: { a: { ...signed, words: hashOf('أجل') } } },
      [{ file: 'guide', key: 'a', fault: 'other-words' }],
    ],
    [
      'what is signed by nobody',
      { guide: { a: { ...entry('Yes', 'نعم'), state: 'signed' as const } } },
      [{ file: 'guide', key: 'a', fault: 'signed-by-nobody' }],
    ],
  ] satisfies [string, Review, unknown][])('finds %s', (_what, review, found) => {
    expect(reviewFaults(review, words)).toEqual(found)
  })
})

describe('drafting', () => {
  const english = { guide: { a: 'Yes', b: 'No', c: 'Stop' } }
  const words = { guide: { c: 'قف', a: 'نعم', b: 'لا' } }

  it('makes an entry for each string that has none, in the order of the English', () => {
    const made = drafted({}, words, english)
    expect(Object.entries(made.guide ?? {})).toEqual([
      ['a', entry('Yes', 'نعم')],
      ['b', entry('No', 'لا')],
      ['c', entry('Stop', 'قف')],
    ])
  })

  it('leaves what was said of words that are the same, and lets what is stale be stale', () => {
    const stale = entry('Yes please', 'نعم')
    expect(drafted({ guide: { a: signed, b: entry('No', 'لا') } }, words, english).guide?.a).toEqual(signed)
    expect(drafted({ guide: { a: stale } }, words, english).guide?.a).toEqual(stale)
    expect(drafted({ guide: { a: stale } }, words, english, (_file, key) => key === 'a').guide?.a).toEqual(
      entry('Yes', 'نعم'),
    )
  })

  it('makes a draft again of words that have changed, and drops what is no string any more', () => {
    const made = drafted({ guide: { a: { ...signed, words: hashOf('أجل') }, gone: signed } }, words, english)
    expect(made.guide?.a).toEqual(entry('Yes', 'نعم'))
    expect(Object.keys(made.guide ?? {})).toEqual(['a', 'b', 'c'])
  })

  it('is written one line for a key, and reads back the same', () => {
    const one = fc.record({
      english: fc.string(),
      words: fc.string(),
      state: fc.constantFrom('draft' as const, 'checked' as const, 'signed' as const),
      by: fc.string(),
      at: fc.string(),
    })
    fc.assert(
      fc.property(fc.dictionary(fc.string(), one), entries => {
        const text = reviewText({ guide: entries })
        expect(JSON.parse(text)).toEqual({ guide: { ...entries } })
        expect(text.split('\n')).toHaveLength(Math.max(1, Object.keys(entries).length) + 5)
      }),
    )
  })
})
