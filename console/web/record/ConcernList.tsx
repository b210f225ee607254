import { concernField } from '../../../dialogs/record/recordFrom.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { clockTime } from '../words/timeWords.ts'
import { FieldView } from './FieldView.tsx'

/** Concerns, before anything else: when each was raised, whether it has been dealt with, and what was done. */
export function ConcernList() {
  const { say, language } = useApp()
  const { guide, record } = useRoom()
  return (
    <>
      {record.concerns.map((concern, index) => {
        const open = guide.concern.prompts.some(prompt => concern.dealt[prompt.id] === undefined)
        return (
          <section key={concern.id} class="fields fields--concern" aria-labelledby={`concern-${concern.id}`}>
            <h3 class="fields__topic" id={`concern-${concern.id}`}>
              {say('concern/one', { number: index + 1, time: clockTime(concern.raisedAt, language) })}{' '}
              <span class={`topic-state topic-state--${open ? 'concern' : 'done'}`}>
                {say(open ? 'concern/open' : 'concern/dealt')}
              </span>
            </h3>
            {guide.concern.prompts.map(prompt => {
              const field = record.fields[concernField(concern.id, prompt.id)]
              return field && prompt.kind !== 'say' ? <FieldView key={field.id} field={field} /> : null
            })}
          </section>
        )
      })}
    </>
  )
}
