import { useEffect, useState } from 'preact/hooks'
import type { ScriptResponse } from '../../contract.ts'
import { ScriptForm } from '../script/ScriptForm.tsx'
import { ScriptNow } from '../script/ScriptNow.tsx'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { secretInLink } from '../session/secretInLink.ts'
import { Page } from '../shared/Page.tsx'
import { Starting } from '../shared/Starting.tsx'
import { untilDone } from '../shared/untilDone.ts'
import { useObserved } from '../shared/useObserved.ts'

/** For an interpreter with a code, who has no account: the script of one interview, until it ends. */
export function ScriptPage() {
  const { say } = useApp()
  const [opened, setOpened] = useState<ScriptResponse>()
  const [isOver, setOver] = useState(false)
  const code = useObserved(secretInLink)
  useEffect(
    () =>
      untilDone(async () => {
        const answer = await ask<ScriptResponse>('GET', '/api/script')
        if (!answer.ok) throw new Error('Whether a script is open was not told.')
        setOpened(answer.value)
      }),
    [],
  )
  if (isOver && code === undefined) {
    return (
      <Page title={say('script/over')}>
        <p class="govuk-body-l">{say('script/over-why')}</p>
      </Page>
    )
  }
  if (!opened) return <Starting />
  if (opened.open && code === undefined) return <ScriptNow settings={opened.settings} onOver={() => setOver(true)} />
  return (
    <Page title={say('script/title')}>
      <div class="narrow">
        <p class="govuk-body-l">{say('script/intro')}</p>
        <ScriptForm
          key={code}
          onOpen={answer => {
            setOver(false)
            setOpened(answer)
          }}
        />
      </div>
    </Page>
  )
}
