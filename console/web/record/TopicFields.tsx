import { useState } from 'preact/hooks'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { FieldTitle } from './FieldTitle.tsx'
import { FieldView } from './FieldView.tsx'
import type { RecordGroup } from './recordGroups.ts'

/** One topic's fields: the filled ones, and the others to be filled straight in. */
export function TopicFields({ group }: { group: RecordGroup }) {
  const { say } = useApp()
  const { screenWords } = useRoom()
  const [adding, add] = useState<string>()
  const { topic, filled, empty } = group
  return (
    <section class="fields" aria-labelledby={`fields-${topic.id}`}>
      <h3 class="fields__topic" id={`fields-${topic.id}`}>
        {screenWords(`topic/${topic.id}`)}
      </h3>
      {filled.map(field => (
        <FieldView key={field.id} field={field} />
      ))}
      {empty.length > 0 && (
        <details class="fold">
          <summary>{say('record/add', { left: empty.length })}</summary>
          <ul class="fields__empty">
            {empty.map(prompt => (
              <li key={prompt.id}>
                <button
                  type="button"
                  class="fields__add"
                  aria-expanded={adding === prompt.id}
                  onClick={() => add(adding === prompt.id ? undefined : prompt.id)}
                >
                  <FieldTitle field={prompt.id} />
                </button>
                {adding === prompt.id && <FieldEditor field={prompt.id} onDone={() => add(undefined)} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
