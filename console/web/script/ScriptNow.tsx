import { useEffect, useMemo, useState } from 'preact/hooks'
import { directionOf } from '../../../locales/languages.ts'
import type { Words } from '../../../locales/translator.ts'
import type { Script, ScriptLine } from '../../casework/scriptOf.ts'
import type { ScriptResponse } from '../../contract/script.ts'
import { ask } from '../session/ask.ts'
import { ReadAloud } from '../shared/ReadAloud.tsx'
import { useObserved } from '../shared/useObserved.ts'
import { useWordState } from '../words/useWordState.ts'
import { useWords } from '../words/useWords.ts'
import { Flags } from './Flags.tsx'
import { Glossary } from './Glossary.tsx'
import { forgetScript } from './keptScript.ts'
import { openScript } from './openScript.ts'
import { type ScriptKey, useScriptPage } from './ScriptContext.ts'
import { resize, suggestLanguage } from './showing.ts'

const english = 'en'

type Said = NonNullable<ScriptResponse['settings']>['said']

interface Props {
  said: Said
  onOver: () => void
}

/** What is said now, large, in both languages; what to take care with; what may come; and a way to let the room know. */
export function ScriptNow({ said, onOver }: Props) {
  const { speak } = useScriptPage()
  const opened = useMemo(openScript, [])
  useEffect(() => opened.close, [])
  const view = useObserved(opened.view)
  const { script, line, over } = view
  const [leaving, setLeaving] = useState(false)
  useEffect(() => {
    if (over) onOver()
  }, [over])
  useEffect(() => {
    if (script) suggestLanguage(script.language)
  }, [script?.language])
  const leave = async () => {
    if (!(await ask('DELETE', '/api/script')).ok) return
    forgetScript()
    onOver()
  }
  return (
    <div class="script">
      <header class="script__bar">
        <span class="script__name">{speak('now/title')}</span>
        <span class="script__line" role="status">
          {line === 'online' ? '' : speak(`now/${line}`)}
        </span>
        <button type="button" class="button button--quiet" onClick={() => resize(-1)}>
          <span dir="ltr">A−</span> <span class="govuk-visually-hidden">{speak('now/smaller')}</span>
        </button>
        <button type="button" class="button button--quiet" onClick={() => resize(1)}>
          <span dir="ltr">A+</span> <span class="govuk-visually-hidden">{speak('now/larger')}</span>
        </button>
        <button type="button" class="button button--quiet" aria-expanded={leaving} onClick={() => setLeaving(!leaving)}>
          {speak('now/leave')}
        </button>
      </header>
      {leaving && (
        <div class="script__leave" role="alert">
          <p class="govuk-body">{speak('now/leave-sure')}</p>
          <button type="button" class="button" onClick={() => void leave()}>
            {speak('now/leave')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => setLeaving(false)}>
            {speak('now/stay')}
          </button>
        </div>
      )}
      <main class="script__main" id="main" tabIndex={-1}>
        {script && !over && <Lines script={script} said={said} onShown={opened.shown} />}
      </main>
      {script && !over && (
        <Flags view={view} prompt={script.present?.prompt} onFlag={opened.flag} onTakeBack={opened.takeBack} />
      )}
    </div>
  )
}

interface LinesProps {
  script: Script
  said: Said
  onShown: (prompt: string) => void
}

function Lines({ script, said, onShown }: LinesProps) {
  const { speak, language } = useScriptPage()
  const talkWords = useWords(script.language, 'guide')
  const englishWords = useWords(english, 'guide')
  const inTalk = useWords(script.language, 'script') as ((key: ScriptKey) => string) | undefined
  const stateOf = useWordState(script.language)
  const { present, next } = script
  const isReady = talkWords !== undefined && englishWords !== undefined && inTalk !== undefined
  useEffect(() => {
    if (isReady && present) onShown(present.prompt)
  }, [isReady, present?.prompt, script.language])
  if (!isReady) return null
  const words = (from: Words, code: string, { words: key }: ScriptLine) =>
    from(key, { ...(said[code] ?? said.en), practitioner: speak('now/practitioner') })
  const talk = { lang: script.language, dir: directionOf(script.language) }
  const also = script.language === english ? undefined : { lang: english, dir: directionOf(english) }
  const isDraft = (line: ScriptLine) => stateOf('guide', line.words) === 'draft'
  return (
    <>
      <div aria-live="polite">
        {present ? (
          <>
            <p class="script__topic" {...talk}>
              {talkWords(`topic/${present.topic}`)}
            </p>
            {present.own && <p class="script__own">{speak('now/you-say')}</p>}
            <h1 class="script__said" {...talk}>
              {words(talkWords, script.language, present)}
            </h1>
            {also && (
              <p class="script__said script__said--also" {...also}>
                {words(englishWords, english, present)}
              </p>
            )}
          </>
        ) : (
          <h1 class="script__said" lang={language} dir={directionOf(language)}>
            {speak('now/wait')}
          </h1>
        )}
      </div>
      {present && (
        <>
          {present.answers.length > 0 && (
            <section aria-labelledby="script-answers">
              <h2 class="govuk-heading-s" id="script-answers">
                {speak('now/answers')}
              </h2>
              <ul class="script__answers">
                {present.answers.map(key => (
                  <li key={key}>
                    <span {...talk}>{talkWords(key)}</span>
                    {also && (
                      <span class="script__quiet" {...also}>
                        {englishWords(key)}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <ReadAloud
            words={words(talkWords, script.language, present)}
            language={script.language}
            labels={{ read: speak('now/read-aloud'), stop: speak('now/stop-reading') }}
          />
          {also && isDraft(present) && <p class="script__draft">{speak('now/draft')}</p>}
          <Glossary terms={present.glossary} talk={script.language} inTalk={inTalk} />
        </>
      )}
      {next.length > 0 && (
        <section class="script__next" aria-labelledby="script-next">
          <h2 class="govuk-heading-s" id="script-next">
            {speak('now/next')}
          </h2>
          <ol class="script__list">
            {next.map(line => (
              <li key={line.prompt}>
                <p {...talk}>{words(talkWords, script.language, line)}</p>
                {also && (
                  <p class="script__quiet" {...also}>
                    {words(englishWords, english, line)}
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
