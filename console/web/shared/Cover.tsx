import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { prefer } from '../session/preferences.ts'

/** Over everything: nothing of the talk can be seen, and one button comes back. */
export function Cover() {
  const { say } = useApp()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <main class="cover">
      <p class="cover__words">{say('cover/words')}</p>
      <button ref={button} type="button" class="button button--quiet" onClick={() => prefer({ covered: false })}>
        {say('cover/back')}
      </button>
    </main>
  )
}
