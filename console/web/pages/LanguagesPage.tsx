import { useRoute } from 'preact-iso'
import { languageOf } from '../../../locales/languages.ts'
import { useAsked } from '../audit/useAsked.ts'
import { askLanguages } from '../languages/askWords.ts'
import { DidNotCome } from '../languages/DidNotCome.tsx'
import { LanguageRoom } from '../languages/LanguageRoom.tsx'
import { ProgressBar } from '../languages/ProgressBar.tsx'
import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'

/** The linguist's: how far each language has come, and the words of one. */
export function LanguagesPage() {
  const { language } = useRoute().params
  return language === undefined ? <AllLanguages /> : <LanguageRoom key={language} code={language} />
}

function AllLanguages() {
  const { say } = useApp()
  const { value, state, again } = useAsked(askLanguages)
  return (
    <Page title={say('languages/title')}>
      <p class="govuk-body-l">{say('languages/what-it-is')}</p>
      {state === 'failed' && <DidNotCome again={again} />}
      <ul class="languages">
        {value?.languages.map(({ language, progress }) => {
          const { ownName, englishName, direction } = languageOf(language)
          return (
            <li key={language} class="languages__one">
              <h2 class="languages__name">
                <a class="languages__link" href={`/languages/${language}`}>
                  <bdi lang={language} dir={direction}>
                    {ownName}
                  </bdi>{' '}
                  <bdi class="languages__english" lang="en" dir="ltr">
                    {englishName}
                  </bdi>
                </a>
              </h2>
              <ProgressBar progress={progress} />
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
