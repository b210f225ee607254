import { describe, expect, it } from 'vitest'
import { isRecommended } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { scenarios } from '../../../../locales/practiceWords.ts'
import { code, parts } from './talks.ts'

const { models } = parts

describe('the model wordings', () => {
  it.each([
    ...models.support.map(words => [words, 'supportive'] as const),
    ...models.explain.map(words => [words, 'other'] as const),
    ...models.limits.map(words => [words, 'other'] as const),
    ...models.encourage.map(words => [words, 'facilitator'] as const),
  ])('"%s" is %s, with nothing to say against it', (question, wanted) => {
    expect(code({ said: [], question })).toMatchObject({ class: wanted, flags: [] })
  })

  it.each([...models.next, ...Object.values(models.topics).flat()])(
    '"%s" is recommended, before anything is told',
    question => {
      const coded = code({ said: [], question })
      expect([isRecommended(coded.class), coded.flags]).toEqual([true, []])
    },
  )

  // "Tell me more about" what was just told has to do for nearly every detail, or authors' `about` is at fault.
  it.each(scenarios().map(scenario => [scenario.id, scenario] as const))(
    'ask well about what was told in %s',
    (_id, { units }) => {
      const poor = units.filter(({ full, about }) =>
        models.about.every(words => {
          const coded = code({ said: [full], question: words.replaceAll('{{about}}', about) })
          return !isRecommended(coded.class) || coded.flags.length > 0
        }),
      )
      expect(poor.length / units.length).toBeLessThan(0.1)
    },
  )
})
