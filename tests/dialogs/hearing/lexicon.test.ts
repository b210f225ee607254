import { describe, expect, it } from 'vitest'
import { coverage } from '../../../dialogs/guide/coverage.ts'
import { lexiconFrom, patternsIn } from '../../../dialogs/hearing/lexicon.ts'
import { LexiconWords } from '../../../dialogs/hearing/lexiconWords.ts'
import words from '../../../locales/en/hearing.json' with { type: 'json' }

/** Coverage no word of the young person's is taken for, and why. */
const unheard = {
  'away.what-happened': 'the account itself',
  'away.what-happened-with-them': 'the account itself',
  'away.known-place': 'what the practitioner knows of the place',
  'pull.groomed': "the practitioner's view",
  'pull.groomed-for-trafficking': "the practitioner's view",
  'exploitation.sexual': "the practitioner's view",
  'exploitation.criminal': "the practitioner's view",
  'exploitation.trafficking': "the practitioner's view",
  'exploitation.extremism': "the practitioner's view",
  'exploitation.radicalisation': "the practitioner's view",
}

describe('the English lexicon', () => {
  const ids = coverage.map(({ id }) => id)

  it('has the shape of a lexicon and every pattern in it can be read', () => {
    expect(() => lexiconFrom(LexiconWords.parse(words))).not.toThrow()
  })

  it('names only coverage there is', () => {
    const { cues, neverDenied, yields } = LexiconWords.parse(words)
    const named = [...Object.keys(cues), ...neverDenied, ...Object.entries(yields).flatMap(([id, to]) => [id, ...to])]
    expect(named.filter(id => !ids.includes(id))).toEqual([])
  })

  it('has cues for everything a young person can tell', () => {
    const silent = ids.filter(id => !(id in words.cues))
    expect(silent.toSorted()).toEqual(Object.keys(unheard).toSorted())
  })
})

describe('patternsIn', () => {
  const classes = { DRINK: ['vodka', 'cider'] }

  it.each([
    ['hit me', 1],
    ['not let me? leave', 2],
    ['had a|some? big? DRINK', 4],
    ['took .. pills', 1],
  ])('reads %s', (text, count) => {
    expect(patternsIn(text, classes)).toHaveLength(count)
  })

  it('puts the words of a class in its place', () => {
    expect(patternsIn('DRINK|beer*', classes)).toEqual([
      [{ kind: 'word', words: new Set(['vodka', 'cider']), stems: ['beer'] }],
    ])
  })

  it.each([
    '.. hit me',
    'hit me ..',
    'hit MISSING',
    "didn't hit",
    'a* man',
    'hit  me',
    'hit on?'.replace('hit', '..'),
    '',
  ])('refuses "%s"', text => {
    expect(() => patternsIn(text, classes)).toThrow('The pattern')
  })
})
