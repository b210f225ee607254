import { concernField } from '../../../dialogs/record/recordFrom.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { WrittenField } from './WrittenField.tsx'

/** Concerns, first in the record because someone may have to act on them. */
export function WrittenConcerns() {
  const { say, language } = useApp()
  const { guide, record } = useRoom()
  if (record.concerns.length === 0) return null
  return (
    <section class="written__concerns" aria-labelledby="written-concerns">
      <h2 class="govuk-heading-m" id="written-concerns">
        {say('written/concerns')}
      </h2>
      {record.concerns.map((concern, index) => (
        <section key={concern.id} aria-labelledby={`written-${concern.id}`}>
          <h3 class="govuk-heading-s" id={`written-${concern.id}`}>
            {say('concern/one', { number: index + 1, time: dayAndTime(concern.raisedAt, language) })}
          </h3>
          {guide.concern.prompts.map(prompt => {
            const field = record.fields[concernField(concern.id, prompt.id)]
            return field ? <WrittenField key={field.id} field={field} /> : null
          })}
        </section>
      ))}
    </section>
  )
}
