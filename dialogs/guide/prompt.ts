import type { Prompt } from './schema.ts'

type Given = Pick<Prompt, 'id' | 'kind'> & Partial<Prompt>

/** A prompt for the young person to hear. What is left out is empty; words we say are the practitioner's, answers theirs. */
export function prompt(given: Given): Prompt {
  return {
    listenFor: [],
    followUps: [],
    hinted: false,
    ages: [],
    regimes: [],
    voice: given.kind === 'say' ? 'practitioner' : 'young-person',
    sources: [],
    ...given,
  }
}

/** A prompt for the practitioner alone, answered in the practitioner's voice. */
export function note(given: Given): Prompt {
  return prompt({ voice: 'practitioner', ...given })
}
