import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { Fault } from './Fault.ts'
import { FormWords } from './FormWords.ts'

export interface FieldProps {
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
    <FieldGroup id={id} {...about}>
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
    </FieldGroup>
  )
}

type GroupProps = Pick<FieldProps, 'id' | 'label' | 'hint' | 'faults'> & { children: ComponentChildren }

/** What a field is called, a hint, and what was wrong with it, around whatever it is filled in with. */
export function FieldGroup({ id, label, hint, faults, children }: GroupProps) {
  const { error } = useContext(FormWords)
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
          <span class="govuk-visually-hidden">{error}</span> {fault}
        </p>
      )}
      {children}
    </div>
  )
}

export const faultOf = (faults: readonly Fault[], id: string) => faults.find(({ field }) => field === id)?.words

export const describedBy = (id: string, hint?: string, fault?: string) =>
  [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
