import type { ComponentChildren } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import type { Fault } from './Fault.ts'
import { FormWords } from './FormWords.ts'

interface Props {
  faults: readonly Fault[]
  onSubmit: () => void
  children: ComponentChildren
}

/** A form that says above it what was wrong, and goes there. */
export function Form({ faults, onSubmit, children }: Props) {
  return (
    <form
      class="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <ErrorSummary faults={faults} />
      {children}
    </form>
  )
}

/** What was wrong, first of all, and a way to each field. */
export function ErrorSummary({ faults }: { faults: readonly Fault[] }) {
  const { problem } = useContext(FormWords)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus()
  }, [faults])
  if (faults.length === 0) return null
  return (
    <div class="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{problem}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {faults.map(({ field, words }) => (
            <li key={words}>{field ? <FieldLink field={field} words={words} /> : words}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function FieldLink({ field, words }: Required<Fault>) {
  return (
    <a
      href={`#${field}`}
      onClick={event => {
        event.preventDefault()
        document.getElementById(field)?.focus()
      }}
    >
      {words}
    </a>
  )
}
