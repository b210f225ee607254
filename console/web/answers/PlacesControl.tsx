import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import type { ControlProps } from './ControlProps.ts'

/** One or more places. */
export function PlacesControl({ draft, onDraft, legend }: ControlProps) {
  const { say } = useApp()
  const id = useId()
  const places = draft.places?.length ? draft.places : ['']
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{legend}</legend>
      {places.map((place, index) => (
        <div class="person" key={index}>
          <div class="person__part">
            <label class="govuk-label" for={`${id}-${index}`}>
              {say('places/place')}
            </label>
            <input
              id={`${id}-${index}`}
              class="govuk-input"
              dir="auto"
              autocomplete="off"
              value={place}
              onInput={event =>
                onDraft({
                  ...draft,
                  places: places.map((each, other) => (other === index ? event.currentTarget.value : each)),
                })
              }
            />
          </div>
          {places.length > 1 && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => onDraft({ ...draft, places: places.filter((_, other) => other !== index) })}
            >
              {say('people/remove')}
              <span class="govuk-visually-hidden"> {place || index + 1}</span>
            </button>
          )}
        </div>
      ))}
      <button type="button" class="button button--quiet" onClick={() => onDraft({ ...draft, places: [...places, ''] })}>
        {say('places/another')}
      </button>
    </fieldset>
  )
}
