import { useId } from 'preact/hooks'
import { useRoomWords } from '../room/useRoomWords.ts'
import type { ControlProps } from './ControlProps.ts'

/** Exactly one of the options. */
export function ChoiceControl({ prompt, draft, onDraft, legend }: ControlProps) {
  const words = useRoomWords()
  const name = useId()
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{legend}</legend>
      <div class={`govuk-radios options${(prompt.options?.length ?? 0) > 6 ? ' options--many' : ''}`}>
        {prompt.options?.map(option => (
          <div class="govuk-radios__item" key={option}>
            <input
              class="govuk-radios__input"
              type="radio"
              id={`${name}-${option}`}
              name={name}
              checked={draft.option === option}
              onChange={() => onDraft({ ...draft, option })}
            />
            <label class="govuk-label govuk-radios__label" for={`${name}-${option}`}>
              {words(`option/${prompt.id}/${option}`)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
