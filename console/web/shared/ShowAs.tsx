import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { prefer, preferences } from '../session/preferences.ts'
import { LanguageSelect } from './LanguageSelect.tsx'
import { useObserved } from './useObserved.ts'

/** How this screen looks: its language, the size of its words, light or dark. */
export function ShowAs() {
  const { say } = useApp()
  const { theme, large, language } = useObserved(preferences)
  const id = useId()
  return (
    <div class="show-as">
      <label class="govuk-label" for={id}>
        {say('more/screen-language')}
      </label>
      <LanguageSelect id={id} ofScreen language={language} onLanguage={chosen => prefer({ language: chosen })} />
      <button
        type="button"
        class="button button--quiet button--wide"
        aria-pressed={large}
        onClick={() => prefer({ large: !large })}
      >
        {say('more/large')}
      </button>
      <fieldset class="show-as__themes">
        <legend class="govuk-visually-hidden">{say('more/theme')}</legend>
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
      </fieldset>
    </div>
  )
}
