import type { Field } from '../../../dialogs/record/record.ts'
import { useApp } from '../session/AppContext.ts'

/** Told yes, told no, chose not to say, or nothing yet: as a mark and in words. */
export function CoverageState({ field }: { field: Field | undefined }) {
  const { say } = useApp()
  const value = field?.entries.at(-1)?.value
  const told = value?.kind === 'coverage' ? value.told : 'not-yet'
  if (told === 'not-yet') {
    return (
      <span class="told told--not-yet">
        <span class="govuk-visually-hidden">{say('told/not-yet')}: </span>
      </span>
    )
  }
  return <span class={`told told--${told}`}>{say(`told/${told}`)}</span>
}
