import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { nameOfLanguage } from '../words/directionOf.ts'
import { useRoom } from './RoomContext.ts'

/** The language the young person hears. */
export function TalkLanguage() {
  const { say, session } = useApp()
  const { room, record } = useRoom()
  const id = useId()
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {say('more/talk-language')}
      </label>
      <select
        id={id}
        class="govuk-select"
        value={record.language}
        onChange={event => void room.act({ do: 'language', to: event.currentTarget.value })}
      >
        {session.languages.map(language => (
          <option key={language} value={language}>
            {nameOfLanguage(language)}
          </option>
        ))}
      </select>
    </div>
  )
}
