import { useEffect, useRef } from 'preact/hooks'
import { RecordPanel } from '../record/RecordPanel.tsx'
import { useApp } from '../session/AppContext.ts'
import { fetchedSoon } from '../shared/fetched.tsx'
import { useRoom } from './RoomContext.ts'
import { TopicsPanel } from './TopicsPanel.tsx'

const BotPanel = fetchedSoon(() => import('../bot/BotPanel.tsx').then(module => module.BotPanel))

export type View = 'talk' | 'record' | 'topics' | 'bot'

interface Props {
  shown: View
  show: (view: View) => void
}

interface TabsProps extends Props {
  views: readonly View[]
}

/** Which part is shown: at a narrow width one of four, at a wide one the record, the topics or the bot beside the talk. */
export function ViewTabs({ views, shown, show }: TabsProps) {
  const { say } = useApp()
  return (
    <nav class="views" aria-label={say('view/label')}>
      {views.map(view => (
        <button
          key={view}
          type="button"
          class={`views__tab views__tab--${view}`}
          aria-pressed={shown === view}
          onClick={() => show(view)}
        >
          {say(`view/${view}`)}
        </button>
      ))}
    </nav>
  )
}

export function SidePanel({ shown, show }: Props) {
  const { say } = useApp()
  const { step } = useRoom()
  const side = useRef<HTMLElement>(null)
  const here = step.kind === 'ask' ? `${step.concern?.id ?? ''}/${step.topic.id}` : step.kind
  // What belongs to where the talk is stands first in it. The chat keeps its own newest line in view.
  useEffect(() => {
    if (shown !== 'bot') side.current?.scrollTo(0, 0)
  }, [here, shown])
  return (
    <section ref={side} class="room__side" aria-label={say(shown === 'talk' ? 'view/record' : `view/${shown}`)}>
      {shown === 'topics' ? (
        <TopicsPanel onGone={() => show('talk')} />
      ) : shown === 'bot' ? (
        <BotPanel />
      ) : (
        <RecordPanel />
      )}
    </section>
  )
}
