import { useEffect, useState } from 'preact/hooks'
import type { ScriptResponse } from '../../contract/script.ts'
import { ask } from '../session/ask.ts'
import { secretInLink } from '../session/secretInLink.ts'
import { FormWords } from '../shared/FormWords.ts'
import { Starting } from '../shared/Starting.tsx'
import { untilDone } from '../shared/untilDone.ts'
import { useObserved } from '../shared/useObserved.ts'
import { loadWords } from '../words/loadWords.ts'
import { ComeIn } from './ComeIn.tsx'
import { forgetScript, keepScript, keptScript } from './keptScript.ts'
import { ScriptContext, type ScriptPage, type Speak } from './ScriptContext.ts'
import { ScriptNow } from './ScriptNow.tsx'
import { showing } from './showing.ts'

/** For an interpreter with a code, who has no account: the script of one interview, until it ends. */
export function ScriptApp() {
  const { language } = useObserved(showing)
  const [page, setPage] = useState<ScriptPage>()
  useEffect(
    () => untilDone(async () => setPage({ speak: (await loadWords(language, 'script')) as Speak, language })),
    [language],
  )
  if (!page) return <Starting />
  const problem = page.speak('join/problem')
  return (
    <ScriptContext.Provider value={page}>
      <FormWords.Provider value={{ problem, error: `${problem}:` }}>
        <Doors {...page} />
      </FormWords.Provider>
    </ScriptContext.Provider>
  )
}

function Doors({ speak }: ScriptPage) {
  const [opened, setOpened] = useState<ScriptResponse>()
  const [isOver, setOver] = useState(false)
  const code = useObserved(secretInLink)
  useEffect(() => {
    document.title = speak('join/title')
  }, [speak])
  useEffect(
    () =>
      untilDone(async () => {
        const { settings } = keptScript()
        if (settings) setOpened({ open: true, settings })
        const answer = await ask<ScriptResponse>('GET', '/api/script')
        if (!answer.ok) throw new Error('Whether a script is open was not told.')
        if (answer.value.settings) keepScript({ settings: answer.value.settings })
        else forgetScript()
        setOpened(answer.value)
      }),
    [],
  )
  if (isOver && code === undefined) {
    return (
      <main class="script__plain" id="main">
        <h1 class="govuk-heading-l">{speak('over/title')}</h1>
        <p class="govuk-body-l">{speak('over/why')}</p>
      </main>
    )
  }
  if (!opened) return <Starting />
  if (opened.settings && code === undefined)
    return <ScriptNow said={opened.settings.said} onOver={() => setOver(true)} />
  return (
    <ComeIn
      key={code}
      onOpen={answer => {
        setOver(false)
        keepScript({ settings: answer.settings })
        setOpened(answer)
      }}
    />
  )
}
