import type { Field } from '../../../dialogs/record/record.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { FieldTitle } from './FieldTitle.tsx'
import { historyOf } from './historyOf.ts'
import { idOfField } from './promptOfField.ts'
import { UncheckedMark } from './UncheckedMark.tsx'
import { ValueWords } from './ValueWords.tsx'

/** One field of the written record: each value with whose it is, and what it was before it was put right. */
export function WrittenField({ field }: { field: Field }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  const { events } = useRoom()
  const prompt = idOfField(field.id)
  const before = historyOf(field, events).filter(line => line.now !== 'stands')
  return (
    <div class="written__field">
      <h4 class="written__asked">
        <FieldTitle field={field.id} /> <UncheckedMark field={field.id} />
      </h4>
      {field.entries.map(entry => (
        <div key={entry.event} class="written__entry">
          <ValueWords value={entry.value} prompt={prompt} />
          <p class="written__about">
            {say(`voice/${entry.voice}`)} · {dayAndTime(entry.at, language)} ·{' '}
            {say('written/by', { by: nameOf(entry.by) })}
          </p>
        </div>
      ))}
      {before.length > 0 && (
        <div class="written__before">
          <p class="written__about">{say('written/before')}</p>
          <ul class="history">
            {before.map(line => (
              <li key={line.event} class={`history__line history__line--${line.now}`}>
                <p class="written__about">
                  {say(`history/${line.now}`)} · {line.value && <>{say(`voice/${line.voice}`)} · </>}
                  {dayAndTime(line.at, language)} · {say('written/by', { by: nameOf(line.by) })}
                </p>
                {line.value && <ValueWords value={line.value} prompt={prompt} />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
