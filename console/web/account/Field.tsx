import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import type { Fault } from './useTry.ts'

interface FieldProps {
  id: string
  label: string
  hint?: string
  value: string
  onValue: (value: string) => void
  faults: readonly Fault[]
  autocomplete?: string
}

interface TextFieldProps extends FieldProps {
  /** Digits, from an app. */
  isCode?: boolean
  readOnly?: boolean
  /** What may be meant, to choose from while typing. */
  options?: readonly string[]
}

/** A line to write on, with what was wrong beside it. */
export function TextField({
  id,
  value,
  onValue,
  autocomplete = 'off',
  isCode,
  readOnly,
  options = [],
  ...about
}: TextFieldProps) {
  const fault = faultOf(about.faults, id)
  return (
    <Group id={id} {...about}>
      <input
        id={id}
        name={autocomplete}
        class={`govuk-input ${fault ? 'govuk-input--error' : ''} ${isCode ? 'form__code' : ''}`}
        type="text"
        value={value}
        onInput={event => onValue(event.currentTarget.value)}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        readOnly={readOnly}
        {...(isCode ? { inputMode: 'numeric' as const, dir: 'ltr' } : {})}
        {...(options.length > 0 ? { list: `${id}-options` } : {})}
        aria-describedby={describedBy(id, about.hint, fault)}
        aria-invalid={fault ? true : undefined}
      />
      {options.length > 0 && (
        <datalist id={`${id}-options`}>
          {options.map(each => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </Group>
  )
}

/** A password, which can be looked at while it is typed. */
export function PasswordField({ id, value, onValue, autocomplete = 'current-password', ...about }: FieldProps) {
  const { say } = useApp()
  const [seen, setSeen] = useState(false)
  const fault = faultOf(about.faults, id)
  return (
    <Group id={id} {...about}>
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
    </Group>
  )
}

type GroupProps = Pick<FieldProps, 'id' | 'label' | 'hint' | 'faults'> & { children: ComponentChildren }

function Group({ id, label, hint, faults, children }: GroupProps) {
  const { say } = useApp()
  const fault = faultOf(faults, id)
  return (
    <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && (
        <p class="govuk-error-message" id={`${id}-fault`}>
          <span class="govuk-visually-hidden">{say('form/error')}</span> {fault}
        </p>
      )}
      {children}
    </div>
  )
}

const faultOf = (faults: readonly Fault[], id: string) => faults.find(({ field }) => field === id)?.words

const describedBy = (id: string, hint?: string, fault?: string) =>
  [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
