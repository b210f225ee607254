import type { WordLine } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'
import { idOf } from './linesShown.ts'
import type { WordDraft } from './wordDraft.ts'

interface Props {
  line: WordLine
  code: string
  draft: WordDraft | undefined
  mayReview: boolean
  onType(part: Partial<WordDraft>): void
}

/** What is written about the words: open where there is something. */
export function WordNotes({ line, draft, mayReview, onType }: Props) {
  const { say } = useApp()
  const { note, backTranslation } = draft ?? line
  const has = line.note !== '' || line.backTranslation !== ''
  if (!mayReview && !has) return null
  return (
    <details class="fold" open={has}>
      <summary>{say('languages/notes')}</summary>
      <div class="word__notes">
        <Note
          id={`${idOf(line)}-back`}
          label={say('languages/back-translation')}
          hint={say('languages/back-translation-hint')}
          value={backTranslation}
          readOnly={!mayReview}
          onValue={value => onType({ backTranslation: value })}
        />
        <Note
          id={`${idOf(line)}-note`}
          label={say('languages/note')}
          hint={say('languages/note-hint')}
          value={note}
          readOnly={!mayReview}
          onValue={value => onType({ note: value })}
        />
      </div>
    </details>
  )
}

interface NoteProps {
  id: string
  label: string
  hint: string
  value: string
  readOnly: boolean
  onValue(value: string): void
}

function Note({ id, label, hint, value, readOnly, onValue }: NoteProps) {
  return (
    <div>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <p class="govuk-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        class="govuk-textarea"
        dir="auto"
        rows={2}
        readOnly={readOnly}
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </div>
  )
}
