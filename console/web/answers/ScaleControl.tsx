import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import type { ControlProps } from './ControlProps.ts'

const values = Array.from({ length: 11 }, (_, value) => value)

/** A whole number from 0 to 10. */
export function ScaleControl({ draft, onDraft, legend }: ControlProps) {
  const { language } = useApp()
  const name = useId()
  const number = new Intl.NumberFormat(language)
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{legend}</legend>
      <div class="scale">
        {values.map(value => (
          <label class="scale__value" key={value}>
            <input
              class="scale__input"
              type="radio"
              name={name}
              checked={draft.value === value}
              onChange={() => onDraft({ ...draft, value })}
            />
            <span class="scale__number">{number.format(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
