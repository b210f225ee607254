import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import type { Answer } from '../session/ask.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { UnlockForm } from './UnlockForm.tsx'

/** Where the server wants to know again who is asking: asks, and then does the same once more. */
export function useConfirming(): {
  confirming<T>(asking: () => Promise<Answer<T>>): Promise<Answer<T>>
  dialog: ComponentChildren
} {
  const { say, session } = useApp()
  const [settle, setSettle] = useState<(shown: boolean) => void>()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (settle) box.current?.showModal()
  }, [settle])
  const over = (shown: boolean) => {
    settle?.(shown)
    setSettle(undefined)
  }
  return {
    async confirming(asking) {
      const answer = await asking()
      if (answer.ok || answer.problem !== 'say-again') return answer
      const shown = await new Promise<boolean>(resolve => setSettle(() => resolve))
      return shown ? asking() : answer
    },
    dialog: settle && (
      <dialog ref={box} class="dialog" aria-labelledby="say-again" onClose={() => over(false)}>
        <h2 class="govuk-heading-m" id="say-again">
          {say('say-again/title')}
        </h2>
        <p class="govuk-body">{say('say-again/why')}</p>
        <UnlockForm session={session} go={say('second/go')} onDone={() => over(true)} />
        <CancelButton onCancel={() => over(false)} />
      </dialog>
    ),
  }
}
