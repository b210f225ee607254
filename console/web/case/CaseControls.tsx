import type { ComponentChildren } from 'preact'
import { useApp } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { describedBy, FieldGroup, faultOf } from '../shared/Field.tsx'
import { wholeDate } from '../words/timeWords.ts'
import { readMoment, writtenMoment } from './readMoment.ts'

interface ControlProps {
  id: string
  label: string
  hint?: string
  value: string
  onValue: (value: string) => void
  faults: readonly Fault[]
}

/** A line of words. Names are written their own way. */
export function LineField({ id, value, onValue, short, ...about }: ControlProps & { short?: boolean }) {
  const fault = faultOf(about.faults, id)
  return (
    <FieldGroup id={id} {...about}>
      <input
        id={id}
        class={`govuk-input ${short ? 'case-form__short' : ''} ${fault ? 'govuk-input--error' : ''}`}
        dir="auto"
        autocomplete="off"
        maxLength={short ? 4 : 2_000}
        {...(short ? { inputMode: 'numeric' as const } : {})}
        aria-describedby={describedBy(id, about.hint, fault)}
        aria-invalid={fault ? true : undefined}
        value={value}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </FieldGroup>
  )
}

/** More than a line of words. */
export function WordsField({ id, value, onValue, ...about }: ControlProps) {
  const fault = faultOf(about.faults, id)
  return (
    <FieldGroup id={id} {...about}>
      <textarea
        id={id}
        class={`govuk-textarea ${fault ? 'govuk-textarea--error' : ''}`}
        rows={3}
        dir="auto"
        autocomplete="off"
        maxLength={20_000}
        aria-describedby={describedBy(id, about.hint, fault)}
        aria-invalid={fault ? true : undefined}
        value={value}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </FieldGroup>
  )
}

interface WhenProps extends ControlProps {
  /** For a moment that nobody may know. */
  notKnown?: { value: string; onValue: (value: string) => void }
}

/** A day and a time, typed the UK way and read back at once, set to now, or said not to be known. */
export function WhenField({ id, value, onValue, notKnown, ...about }: WhenProps) {
  const { say, language } = useApp()
  const fault = faultOf(about.faults, id)
  const isUnknown = notKnown?.value === 'yes'
  return (
    <FieldGroup id={id} {...about}>
      <div class="case-when">
        <input
          id={id}
          class={`govuk-input case-when__typed ${fault ? 'govuk-input--error' : ''}`}
          dir="auto"
          autocomplete="off"
          maxLength={2_000}
          disabled={isUnknown}
          aria-describedby={[describedBy(id, about.hint, fault), `${id}-read`].filter(Boolean).join(' ')}
          aria-invalid={fault ? true : undefined}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button button--quiet"
          disabled={isUnknown}
          aria-label={say('case/now-for', { what: about.label })}
          onClick={() => onValue(writtenMoment(new Date().toISOString()))}
        >
          {say('case/now')}
        </button>
        {notKnown && (
          <div class="govuk-checkboxes govuk-checkboxes--small case-when__unknown">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={`${id}-unknown`}
                checked={isUnknown}
                onChange={event => notKnown.onValue(event.currentTarget.checked ? 'yes' : '')}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`${id}-unknown`}>
                {say('case/not-known')}
                <span class="govuk-visually-hidden"> ({about.label})</span>
              </label>
            </div>
          </div>
        )}
      </div>
      <div id={`${id}-read`} aria-live="polite">
        {!isUnknown && <ReadBack value={value} language={language} />}
      </div>
    </FieldGroup>
  )
}

function ReadBack({ value, language }: { value: string; language: string }) {
  const { say } = useApp()
  const reading = readMoment(value)
  if (reading.kind === 'none') return null
  if (reading.kind === 'problem')
    return <p class="case-when__read case-when__read--no">{say(`problem/${reading.problem}`)}</p>
  if (reading.kind === 'words') return <p class="case-when__read case-when__read--no">{say('case/no-moment')}</p>
  const [date = '', time = ''] = londonParts(reading.at)
  return <p class="case-when__read">{say('when/date-and-time', { date: wholeDate(date, language), time })}</p>
}

/** [2026-11-22, 14:05] */
function londonParts(at: string): string[] {
  const [day, month, rest = ''] = writtenMoment(at).split('/')
  const [year, time = ''] = rest.split(' ')
  return [`${year}-${month}-${day}`, time]
}

interface ChoiceProps extends ControlProps {
  options: readonly { value: string; words: string }[]
  /** Each beside the other, where there are few and short ones. */
  inline?: boolean
}

/** One of a few. */
export function ChoiceField({ id, label, hint, value, onValue, faults, options, inline }: ChoiceProps) {
  const { say } = useApp()
  const fault = faultOf(faults, id)
  return (
    <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
      <fieldset class="case-choice" aria-describedby={describedBy(id, hint, fault)}>
        <legend class="govuk-label">{label}</legend>
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
        <div class={`govuk-radios govuk-radios--small case-choice__all ${inline ? 'case-choice__all--inline' : ''}`}>
          {options.map((option, place) => (
            <div key={option.value} class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                type="radio"
                name={id}
                // The first has the field's own id, so that what was wrong leads there.
                id={place === 0 ? id : `${id}-${option.value}`}
                checked={value === option.value}
                onChange={() => onValue(option.value)}
              />
              <label class="govuk-label govuk-radios__label" for={place === 0 ? id : `${id}-${option.value}`}>
                {option.words}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** One of many. */
export function SelectField({ id, value, onValue, options, ...about }: ChoiceProps) {
  const fault = faultOf(about.faults, id)
  const { say } = useApp()
  return (
    <FieldGroup id={id} {...about}>
      <select
        id={id}
        class="govuk-select case-form__select"
        aria-describedby={describedBy(id, about.hint, fault)}
        aria-invalid={fault ? true : undefined}
        value={value}
        onChange={event => onValue(event.currentTarget.value)}
      >
        <option value="">{say('case/choose-one')}</option>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </FieldGroup>
  )
}

/** Yes, no, or nothing yet: which can be chosen again. */
export function YesNoField(props: Omit<ChoiceProps, 'options' | 'inline'>) {
  const { say } = useApp()
  const options = [
    { value: 'yes', words: say('case/yes') },
    { value: 'no', words: say('case/no') },
    { value: '', words: say('case/not-yet') },
  ]
  return <ChoiceField {...props} options={options} inline />
}

/** A part of a form under a heading. */
export function FormPart({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="case-form__part">
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  )
}
