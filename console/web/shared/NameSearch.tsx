import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'

interface Props {
  /** What is looked for, as its landmark is called. */
  label: string
  name: string
  onName: (name: string) => void
  onFind: () => void
  /** What came of it. */
  children: ComponentChildren
}

/** Looks for a name. It is typed here, and never put into an address. */
export function NameSearch({ label, name, onName, onFind, children }: Props) {
  const { say } = useApp()
  const id = useId()
  return (
    <search class="find" aria-label={label}>
      <form
        class="find__form"
        onSubmit={event => {
          event.preventDefault()
          onFind()
        }}
      >
        <label class="govuk-label" for={id}>
          {say('find/name')}
        </label>
        <input
          class="govuk-input find__name"
          id={id}
          type="search"
          dir="auto"
          autocomplete="off"
          maxLength={200}
          value={name}
          onInput={event => onName(event.currentTarget.value)}
        />
        <button type="submit" class="button button--quiet">
          {say('find/find')}
        </button>
      </form>
      {children}
    </search>
  )
}
