import type { Field } from '../../../dialogs/record/record.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { historyOf } from './historyOf.ts'
import { idOfField } from './promptOfField.ts'
import { ValueWords } from './ValueWords.tsx'

/** How a field came about, oldest first. Nothing that was ever written is left out. */
export function FieldHistory({ field }: { field: Field }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  const { events } = useRoom()
  return (
    <ol class="history">
      {historyOf(field, events).map(line => (
        <li key={line.event} class={`history__line history__line--${line.now}`}>
          <p class="history__about">
            {say(`history/${line.now}`)} · {dayAndTime(line.at, language)} · {nameOf(line.by)}
            {line.value && <> · {say(`voice/${line.voice}`)}</>}
          </p>
          {line.value && <ValueWords value={line.value} prompt={idOfField(field.id)} />}
        </li>
      ))}
    </ol>
  )
}
