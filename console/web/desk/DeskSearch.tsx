import { useState } from 'preact/hooks'
import type { DeskState } from '../live/openDesk.ts'
import { useApp } from '../session/AppContext.ts'

interface Props {
  state: DeskState
  onName: (name: string | undefined) => void
}

/** Looks for a case by what the young person is called. The name goes over the socket, never into an address. */
export function DeskSearch({ state: { ask, read, lines, problem }, onName }: Props) {
  const { say } = useApp()
  const [name, setName] = useState('')
  const showAll = () => {
    setName('')
    onName(undefined)
  }
  return (
    <search class="find desk__find" aria-label={say('find/title')}>
      <form
        class="find__form"
        onSubmit={event => {
          event.preventDefault()
          onName(name.trim() || undefined)
        }}
      >
        <label class="govuk-label" for="desk-name">
          {say('find/name')}
        </label>
        <input
          class="govuk-input find__name"
          id="desk-name"
          type="search"
          dir="auto"
          autocomplete="off"
          maxLength={200}
          value={name}
          onInput={event => setName(event.currentTarget.value)}
          onKeyDown={event => void (event.key === 'Escape' && showAll())}
        />
        <button type="submit" class="button button--quiet">
          {say('find/find')}
        </button>
        {ask.name !== undefined && (
          <button type="button" class="button button--quiet" onClick={showAll}>
            {say('desk/all')}
          </button>
        )}
      </form>
      <div role="status">
        {problem && <p class="notice">{say(problem === 'no-answer' ? 'desk/no-answer' : `problem/${problem}`)}</p>}
        {ask.name !== undefined && read && !problem && (
          <p class="govuk-body">
            {say(lines.length === 0 ? 'desk/none-found' : 'find/found', { count: lines.length })}
          </p>
        )}
      </div>
    </search>
  )
}
