import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { Scenario } from '../../../dialogs/practice/scenario/scenario.ts'
import type { EventBody } from '../../../dialogs/record/events.ts'

/**
 * What is known before a practice talk, as answers to the guide's own questions, so that its words fit this young person from the
 * first: their name, age and circumstances, and what is on file. The guide then stands where the talk begins.
 */
export function preparedFor({ person, circumstances, known }: Scenario, guide: Guide): EventBody[] {
  const first = guide.stages.find(({ practitionerOnly }) => !practitionerOnly)?.topics[0]?.prompts[0]
  const answered = (prompt: string, answer: Extract<EventBody, { type: 'answered' }>['answer']): EventBody => ({
    type: 'answered',
    prompt,
    answer,
  })
  return [
    answered('prepare.known-as', { kind: 'text', text: person.name }),
    answered('prepare.age', { kind: 'choice', option: ageOf(person.age) }),
    answered('prepare.circumstances', {
      kind: 'choices',
      options: circumstances.length > 0 ? circumstances : ['none-of-these'],
    }),
    answered('prepare.already-known', { kind: 'text', text: known.join(' ') }),
    ...(first ? [{ type: 'movedTo' as const, prompt: first.id }] : []),
  ]
}

/** By the guide's own bands. */
function ageOf(age: number): 'under-11' | 'from-11-to-15' | 'over-15' {
  if (age < 11) return 'under-11'
  return age > 15 ? 'over-15' : 'from-11-to-15'
}
