import { languageOf } from '../../../locales/languages.ts'
import { useApp } from '../session/AppContext.ts'

interface Props {
  id: string
  language: string
  onLanguage: (language: string) => void
  /** Only those that the screen itself can be in. */
  ofScreen?: boolean
}

/** The languages there are words in, each by its own name. */
export function LanguageSelect({ id, language, onLanguage, ofScreen }: Props) {
  const { session } = useApp()
  return (
    <select id={id} class="govuk-select" value={language} onChange={event => onLanguage(event.currentTarget.value)}>
      {session.languages
        .map(languageOf)
        .filter(({ screen }) => screen || !ofScreen)
        .map(({ code, ownName, englishName }) => (
          <option key={code} value={code}>
            {ofScreen || ownName === englishName ? ownName : `${englishName} – ${ownName}`}
          </option>
        ))}
    </select>
  )
}
