import { useState } from 'preact/hooks'
import type { ExportChange } from '../../casework/subjectAccess/exportChoices.ts'
import type { Passage, Reviewed } from '../../casework/subjectAccess/exportLine.ts'
import { useApp } from '../session/AppContext.ts'

type Out = Exclude<Passage<unknown> | Passage<Reviewed>, { text: string }>

interface Props {
  passage: Out
  piece: string
  onChange: ((change: ExportChange) => Promise<void>) | undefined
}

/** Where something is left out. While it is prepared it says what was there, and can be put back with a reason. */
export function LeftOutMark({ passage, piece, onChange }: Props) {
  const { say } = useApp()
  const [asking, ask] = useState(false)
  const [reason, setReason] = useState('')
  const mark =
    passage.out === 'by-hand'
      ? say('export/mark-by-hand')
      : say('export/mark-name', { who: passage.relation ?? say('export/someone') })
  if (!onChange || !('was' in passage)) return <span class="export__mark">{mark}</span>
  const { from, to, was } = passage
  const putBack = () => {
    if (reason.trim().length >= 3) void onChange({ do: 'put-back', piece, from, to, reason: reason.trim() })
  }
  return (
    <span class="export__out">
      <button type="button" class="export__mark" aria-expanded={asking} onClick={() => ask(!asking)}>
        {mark} <s>{was}</s>
      </button>
      {asking && (
        <span class="export__back">
          <input
            class="govuk-input"
            aria-label={say('export/back-reason')}
            placeholder={say('export/back-reason')}
            maxLength={2_000}
            value={reason}
            onInput={event => setReason(event.currentTarget.value)}
          />
          <button type="button" class="button button--quiet" disabled={reason.trim().length < 3} onClick={putBack}>
            {say('export/put-back')}
          </button>
        </span>
      )}
    </span>
  )
}
