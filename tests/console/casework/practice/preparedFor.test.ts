import { expect, it } from 'vitest'
import { preparedFor } from '../../../../console/casework/practice/preparedFor.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import { scenarios } from '../../../../locales/practiceWords.ts'
import { smallScenario } from '../../../support/smallScenario.ts'

it.each(scenarios())(
  'answers what is known of $id by codes that the guide has, and goes to where the talk begins',
  scenario => {
    const prompts = guide2.stages.flatMap(({ topics }) => topics).flatMap(topic => topic.prompts)
    const bodies = preparedFor(scenario, guide2)
    for (const body of bodies) {
      if (body.type !== 'answered') continue
      const prompt = prompts.find(({ id }) => id === body.prompt)
      expect(prompt?.kind).toBe(body.answer.kind)
      if (body.answer.kind === 'choices') {
        for (const option of body.answer.options) expect(prompt?.options).toContain(option)
      }
    }
    expect(bodies.at(-1)).toEqual({ type: 'movedTo', prompt: 'welcome.who-i-am' })
  },
)

it.each([
  [8, 'under-11'],
  [11, 'from-11-to-15'],
  [15, 'from-11-to-15'],
  [16, 'over-15'],
])('speaks to somebody of %i in the words for %s', (age, option) => {
  const scenario = smallScenario({ person: { name: 'Testa Sample', age, pronouns: 'she' } })
  expect(preparedFor(scenario, guide2)).toContainEqual({
    type: 'answered',
    prompt: 'prepare.age',
    answer: { kind: 'choice', option },
  })
})
