import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { LanguageSelect } from '../shared/LanguageSelect.tsx'
import { useRoom } from './RoomContext.ts'

/** The language the young person hears. */
export function TalkLanguage() {
  const { say } = useApp()
  const { room, record } = useRoom()
  const id = useId()
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {say('more/talk-language')}
      </label>
      <LanguageSelect id={id} language={record.language} onLanguage={to => void room.act({ do: 'language', to })} />
    </div>
  )
}
