import type { Step } from '../../../dialogs/plan/nextStep.ts'

/** Whether the young person hears it. What only the practitioner reads is in the language of the screen, with nothing to read aloud. */
export function isSpoken({ prompt, stage, concern }: Extract<Step, { kind: 'ask' }>): boolean {
  return prompt.kind === 'say' || !(stage.practitionerOnly || concern !== undefined)
}
