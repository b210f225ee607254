import { useState } from 'preact/hooks'
import type { Field } from '../../../dialogs/record/record.ts'
import { useApp } from '../session/AppContext.ts'
import { EntryView } from './EntryView.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import { FieldHistory } from './FieldHistory.tsx'
import { FieldTitle } from './FieldTitle.tsx'
import { idOfField } from './promptOfField.ts'

/** One field: its values, each with whose it is, and ways to put it right or see how it came about. */
export function FieldView({ field }: { field: Field }) {
  const { say } = useApp()
  const [editing, edit] = useState<string>()
  const [history, showHistory] = useState(false)
  const prompt = idOfField(field.id)
  return (
    <div class="field" data-field={field.id}>
      <h4 class="field__title">
        <FieldTitle field={field.id} />
      </h4>
      {field.entries.length === 0 && <p class="field__gone">{say('field/taken-out')}</p>}
      {field.entries.map(entry =>
        editing === entry.event ? (
          <FieldEditor key={entry.event} field={field.id} entry={entry} onDone={() => edit(undefined)} />
        ) : (
          <EntryView key={entry.event} entry={entry} prompt={prompt}>
            {entry.value.kind !== 'said' && (
              <button type="button" class="text-button" onClick={() => edit(entry.event)}>
                {say('field/edit')}
                <span class="govuk-visually-hidden">
                  {' '}
                  <FieldTitle field={field.id} />
                </span>
              </button>
            )}
          </EntryView>
        ),
      )}
      {(field.events.length > 1 || field.entries.length === 0) && (
        <>
          <button type="button" class="text-button" aria-expanded={history} onClick={() => showHistory(!history)}>
            {say('field/history', { times: field.events.length })}
          </button>
          {history && <FieldHistory field={field} />}
        </>
      )}
    </div>
  )
}
