import { useId } from 'preact/hooks'
import { useRoomWords } from '../room/useRoomWords.ts'
import type { ControlProps } from './ControlProps.ts'

const noneOfThem = /^(none-of-these|nothing|nobody-yet)$/

/** Any number of the options. One that says "none" stands alone. */
export function ChoicesControl({ prompt, draft, onDraft, legend }: ControlProps) {
  const words = useRoomWords()
  const name = useId()
  const chosen = draft.options ?? []
  const change = (option: string, on: boolean) => {
    const others = chosen.filter(each => each !== option && noneOfThem.test(each) === noneOfThem.test(option))
    const options = on ? [...(noneOfThem.test(option) ? [] : others), option] : chosen.filter(each => each !== option)
    onDraft({ ...draft, options: prompt.options?.filter(each => options.includes(each)) ?? [] })
  }
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{legend}</legend>
      <div class={`govuk-checkboxes options${(prompt.options?.length ?? 0) > 6 ? ' options--many' : ''}`}>
        {prompt.options?.map(option => (
          <div class="govuk-checkboxes__item" key={option}>
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={`${name}-${option}`}
              checked={chosen.includes(option)}
              onChange={event => change(option, event.currentTarget.checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`${name}-${option}`}>
              {words(`option/${prompt.id}/${option}`)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
