import { useEffect, useState } from 'preact/hooks'
import type { ExportChange } from '../../casework/subjectAccess/exportChoices.ts'
import type { Reviewed } from '../../casework/subjectAccess/exportLine.ts'
import type { SubjectAccess } from '../../casework/subjectAccess/subjectAccess.ts'
import { useApp } from '../session/AppContext.ts'
import { type Part, placesOf } from './placesOf.ts'
import { selectedPart } from './selectedPart.ts'

interface Props {
  draft: SubjectAccess<Reviewed>
  onChange: (change: ExportChange) => Promise<void>
}

/** Leaves out what is selected in the words above, or what is typed wherever it occurs. */
export function LeaveOut({ draft, onChange }: Props) {
  const { say } = useApp()
  const [typed, setTyped] = useState('')
  const [selected, setSelected] = useState<Part>()
  useEffect(() => {
    const look = () => setSelected(selectedPart(getSelection()))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const found = placesOf(draft, typed)
  const leaveOut = (parts: Part[]) => {
    if (parts.length === 0) return
    void onChange({ do: 'leave-out', parts })
    getSelection()?.removeAllRanges()
    setTyped('')
  }
  return (
    <form
      class="export__bar"
      onSubmit={event => {
        event.preventDefault()
        leaveOut(found)
      }}
    >
      <label class="govuk-label" for="leave-out">
        {say('export/leave-out-label')}
      </label>
      <input
        class="govuk-input"
        id="leave-out"
        dir="auto"
        autocomplete="off"
        value={typed}
        onInput={event => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button button--quiet" disabled={found.length === 0}>
        {say('export/leave-out-typed', { times: found.length })}
      </button>
      <button
        type="button"
        class="button button--quiet"
        disabled={!selected}
        // Pressing a button must not take the selection away.
        onMouseDown={event => event.preventDefault()}
        onClick={() => selected && leaveOut([selected])}
      >
        {say('export/leave-out-selected')}
      </button>
    </form>
  )
}
