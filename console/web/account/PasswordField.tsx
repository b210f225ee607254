import { useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { describedBy, FieldGroup, type FieldProps, faultOf } from '../shared/Field.tsx'

/** A password, which can be looked at while it is typed. */
export function PasswordField({ id, value, onValue, autocomplete = 'current-password', ...about }: FieldProps) {
  const { say } = useApp()
  const [seen, setSeen] = useState(false)
  const fault = faultOf(about.faults, id)
  return (
    <FieldGroup id={id} {...about}>
      <div class="form__password">
        <input
          id={id}
          name={autocomplete}
          class={`govuk-input ${fault ? 'govuk-input--error' : ''}`}
          {...(seen ? { type: 'text' as const } : { type: 'password' as const })}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          dir="auto"
          aria-describedby={describedBy(id, about.hint, fault)}
          aria-invalid={fault ? true : undefined}
        />
        <button
          type="button"
          class="button button--quiet"
          aria-controls={id}
          aria-label={say(seen ? 'form/hide-password' : 'form/show-password')}
          onClick={() => setSeen(!seen)}
        >
          {say(seen ? 'form/hide' : 'form/show')}
        </button>
        <span class="govuk-visually-hidden" role="status">
          {say(seen ? 'form/password-seen' : 'form/password-unseen')}
        </span>
      </div>
    </FieldGroup>
  )
}
