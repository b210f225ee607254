import { useId } from 'preact/hooks'
import type { ControlProps } from './ControlProps.ts'

/** A line or two of the practitioner's own. */
export function TextControl({ prompt, draft, onDraft, legend }: ControlProps) {
  const id = useId()
  return (
    <div class="govuk-form-group">
      <label class="govuk-visually-hidden" for={id}>
        {legend}
      </label>
      {prompt.id === 'prepare.known-as' ? (
        <input
          id={id}
          class="govuk-input"
          dir="auto"
          autocomplete="off"
          value={draft.text ?? ''}
          onInput={event => onDraft({ ...draft, text: event.currentTarget.value })}
        />
      ) : (
        <textarea
          id={id}
          class="govuk-textarea"
          rows={3}
          dir="auto"
          autocomplete="off"
          value={draft.text ?? ''}
          onInput={event => onDraft({ ...draft, text: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
