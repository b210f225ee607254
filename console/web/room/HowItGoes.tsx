import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Intent } from '../../../dialogs/intent.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** Breaks and endings, then what else there is. What ends the talk is asked once more, and alone, because it is seldom meant by a slip. */
export function HowItGoes({ onDone, children }: { onDone: () => void; children: ComponentChildren }) {
  const { say } = useApp()
  const { room, record } = useRoom()
  const [sure, ask] = useState<'stop' | 'decline'>()
  const act = (intent: Intent) => {
    void room.act(intent)
    onDone()
  }
  if (record.state === 'paused' || record.state === 'stopped') {
    return (
      <>
        <button type="button" class="button button--wide" onClick={() => act({ do: 'resume' })}>
          {say('rest/resume')}
        </button>
        {children}
      </>
    )
  }
  if (sure === 'stop') {
    return (
      <fieldset class="more__sure">
        <legend>{say('stop/whose')}</legend>
        <button
          type="button"
          class="button button--wide"
          onClick={() => act({ do: 'stop', whoseChoice: 'young-person' })}
        >
          {say('stop/young-person')}
        </button>
        <button
          type="button"
          class="button button--wide"
          onClick={() => act({ do: 'stop', whoseChoice: 'practitioner' })}
        >
          {say('stop/practitioner')}
        </button>
        <button type="button" class="button button--quiet button--wide" onClick={() => ask(undefined)}>
          {say('stop/go-on')}
        </button>
      </fieldset>
    )
  }
  if (sure === 'decline') {
    return (
      <fieldset class="more__sure">
        <legend>{say('decline/sure')}</legend>
        <button type="button" class="button button--wide" onClick={() => act({ do: 'decline' })}>
          {say('decline/yes')}
        </button>
        <button type="button" class="button button--wide" onClick={() => act({ do: 'not-reached' })}>
          {say('decline/not-reached')}
        </button>
        <button type="button" class="button button--quiet button--wide" onClick={() => ask(undefined)}>
          {say('stop/go-on')}
        </button>
      </fieldset>
    )
  }
  return (
    <>
      <button type="button" class="button button--quiet button--wide" onClick={() => act({ do: 'pause' })}>
        {say('more/pause')}
      </button>
      <button type="button" class="button button--quiet button--wide" onClick={() => ask('stop')}>
        {say('more/stop')}
      </button>
      <button type="button" class="button button--quiet button--wide" onClick={() => ask('decline')}>
        {say('more/decline')}
      </button>
      {children}
    </>
  )
}
