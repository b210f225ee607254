import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { prefer, preferences } from '../session/preferences.ts'
import { nameOfLanguage } from '../words/directionOf.ts'
import { useObserved } from './useObserved.ts'

/** How this screen looks: its language, the size of its words, light or dark. */
export function ShowAs() {
  const { say, session } = useApp()
  const { theme, large, language } = useObserved(preferences)
  const id = useId()
  return (
    <div class="show-as">
      <label class="govuk-label" for={id}>
        {say('more/screen-language')}
      </label>
      <select
        id={id}
        class="govuk-select"
        value={language}
        onChange={event => prefer({ language: event.currentTarget.value })}
      >
        {session.languages.map(each => (
          <option key={each} value={each}>
            {nameOfLanguage(each)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button button--quiet button--wide"
        aria-pressed={large}
        onClick={() => prefer({ large: !large })}
      >
        {say('more/large')}
      </button>
      <div class="show-as__themes" role="group" aria-label={say('more/theme')}>
        {(['device', 'light', 'dark'] as const).map(each => (
          <button
            key={each}
            type="button"
            class="button button--quiet"
            aria-pressed={theme === each}
            onClick={() => prefer({ theme: each })}
          >
            {say(`theme/${each}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
