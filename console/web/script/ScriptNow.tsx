import { useEffect, useMemo } from 'preact/hooks'
import type { Words } from '../../../locales/translator.ts'
import type { Script, ScriptLine, ScriptResponse } from '../../contract.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { useObserved } from '../shared/useObserved.ts'
import { useTitle } from '../shared/useTitle.ts'
import { directionOf } from '../words/directionOf.ts'
import { useGuideWords } from '../words/useGuideWords.ts'
import { openScript } from './openScript.ts'

const english = 'en'

interface Props {
  settings: ScriptResponse['settings']
  onOver: () => void
}

/** What is said now, large, in both languages; under it what may come. */
export function ScriptNow({ settings, onOver }: Props) {
  const { say } = useApp()
  const { view, close } = useMemo(openScript, [])
  useEffect(() => close, [])
  const { script, line, over } = useObserved(view)
  useEffect(() => {
    if (over) onOver()
  }, [over])
  useTitle(say('script/title'))
  const leave = async () => {
    if ((await ask('DELETE', '/api/script')).ok) onOver()
  }
  return (
    <div class="script">
      <header class="script__bar">
        <span class="script__name">{say('script/title')}</span>
        <span class="script__line" role="status">
          {line === 'online' ? '' : say(line === 'offline' ? 'script/offline' : 'script/connecting')}
        </span>
        <button type="button" class="button button--quiet" onClick={() => void leave()}>
          {say('script/leave')}
        </button>
      </header>
      <main class="script__main" id="main" tabIndex={-1}>
        {script && !over && <Lines script={script} settings={settings} />}
      </main>
    </div>
  )
}

function Lines({ script, settings }: { script: Script; settings: ScriptResponse['settings'] }) {
  const { say, language } = useApp()
  const talkWords = useGuideWords(script.language)
  const englishWords = useGuideWords(english)
  if (!talkWords || !englishWords) return null
  const into = { recipients: '', reachMe: '', helplines: '', ...settings, practitioner: say('script/their-name') }
  const said = (words: Words, { words: key }: ScriptLine) => words(key, into)
  const { present, next } = script
  const talk = { lang: script.language, dir: directionOf(script.language) }
  const also = script.language === english ? undefined : { lang: english, dir: directionOf(english) }
  return (
    <>
      <div aria-live="polite">
        {present ? (
          <>
            <p class="script__topic" lang={english} dir={directionOf(english)}>
              {englishWords(`topic/${present.topic}`)}
            </p>
            <h1 class="script__said" {...talk}>
              {said(talkWords, present)}
            </h1>
            {also && (
              <p class="script__said script__said--also" {...also}>
                {said(englishWords, present)}
              </p>
            )}
          </>
        ) : (
          <h1 class="script__said" lang={language} dir={directionOf(language)}>
            {say('script/wait')}
          </h1>
        )}
      </div>
      {next.length > 0 && (
        <section class="script__next" aria-labelledby="script-next">
          <h2 class="govuk-heading-s" id="script-next">
            {say('script/next')}
          </h2>
          <ol class="script__list">
            {next.map(line => (
              <li key={line.prompt}>
                <p {...talk}>{said(talkWords, line)}</p>
                {also && (
                  <p class="script__quiet" {...also}>
                    {said(englishWords, line)}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
