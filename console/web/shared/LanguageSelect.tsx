import { languageOf } from '../../../locales/languages.ts'
import { useApp } from '../session/AppContext.ts'

interface Props {
  id: string
  language: string
  onLanguage: (language: string) => void
}

/** The languages there are words in, each by its own name. */
export function LanguageSelect({ id, language, onLanguage }: Props) {
  const { session } = useApp()
  return (
    <select id={id} class="govuk-select" value={language} onChange={event => onLanguage(event.currentTarget.value)}>
      {session.languages.map(each => (
        <option key={each} value={each}>
          {languageOf(each).ownName}
        </option>
      ))}
    </select>
  )
}
