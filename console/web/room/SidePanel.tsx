import { useEffect, useRef } from 'preact/hooks'
import { RecordPanel } from '../record/RecordPanel.tsx'
import { useApp } from '../session/AppContext.ts'
import { fetchedSoon } from '../shared/fetched.tsx'
import { useRoom } from './RoomContext.ts'
import { TopicsPanel } from './TopicsPanel.tsx'

const BotPanel = fetchedSoon(() => import('../bot/BotPanel.tsx').then(module => module.BotPanel))

export type View = 'talk' | 'record' | 'topics' | 'bot'

/** What each part is called. */
export const viewWords = {
  talk: 'view/talk',
  record: 'view/record',
  topics: 'view/topics',
  bot: 'view/bot',
} as const

interface Props {
  shown: View
  show: (view: View) => void
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
    <section ref={side} class="room__side" aria-label={say(shown === 'talk' ? viewWords.record : viewWords[shown])}>
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
