import { useId } from 'preact/hooks'
import { useRoomWords } from '../room/useRoomWords.ts'
import { useApp } from '../session/AppContext.ts'
import type { ControlProps } from './ControlProps.ts'

/** Yes, no, or would rather not say; and what they said about it, if anything. */
export function PlainControl({ draft, onDraft, legend }: ControlProps) {
  const words = useRoomWords()
  const { say } = useApp()
  const name = useId()
  return (
    <>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">{legend}</legend>
        <div class="govuk-radios options options--plain">
          {(['yes', 'no', 'rather-not'] as const).map(said => (
            <div class="govuk-radios__item" key={said}>
              <input
                class="govuk-radios__input"
                type="radio"
                id={`${name}-${said}`}
                name={name}
                checked={draft.said === said}
                onChange={() => onDraft({ ...draft, said })}
              />
              <label class="govuk-label govuk-radios__label" for={`${name}-${said}`}>
                {words(`answer/${said}`)}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {(draft.said === 'yes' || draft.said === 'no') && (
        <div class="govuk-form-group">
          <label class="govuk-label" for={`${name}-detail`}>
            {say('answer/detail')}
          </label>
          <textarea
            id={`${name}-detail`}
            class="govuk-textarea"
            rows={2}
            dir="auto"
            value={draft.detail ?? ''}
            onInput={event => onDraft({ ...draft, detail: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  )
}
