import type { PracticePerson } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { nameOf } from '../../session/usePersonName.ts'
import type { Fault } from '../../shared/Fault.ts'
import { faultOf } from '../../shared/Field.tsx'

interface Props {
  id: string
  people: readonly PracticePerson[]
  chosen: readonly string[]
  onChosen: (chosen: readonly string[]) => void
  faults: readonly Fault[]
}

/** Some of the people one trains. */
export function TraineesField({ id, people, chosen, onChosen, faults }: Props) {
  const { say } = useApp()
  const fault = faultOf(faults, id)
  return (
    <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
      <fieldset class="case-choice" aria-describedby={fault ? `${id}-fault` : undefined}>
        <legend class="govuk-label">{say('cohort/who')}</legend>
        {fault && (
          <p class="govuk-error-message" id={`${id}-fault`}>
            <span class="govuk-visually-hidden">{say('form/error')}</span> {fault}
          </p>
        )}
        <div class="govuk-checkboxes govuk-checkboxes--small cohort-form__people">
          {people.map((person, place) => {
            // The first has the field's own id, so that what was wrong leads there.
            const own = place === 0 ? id : `${id}-${person.id}`
            return (
              <div key={person.id} class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id={own}
                  checked={chosen.includes(person.id)}
                  onChange={event =>
                    onChosen(
                      event.currentTarget.checked ? [...chosen, person.id] : chosen.filter(each => each !== person.id),
                    )
                  }
                />
                <label class="govuk-label govuk-checkboxes__label" for={own}>
                  <bdi>{nameOf(person, say)}</bdi>
                </label>
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
