import { RecordPanel } from '../record/RecordPanel.tsx'
import { useApp } from '../session/AppContext.ts'
import { TopicsPanel } from './TopicsPanel.tsx'

export type View = 'talk' | 'record' | 'topics'

interface Props {
  shown: View
  show: (view: View) => void
}

/** Which part is shown: at a narrow width one of three, at a wide one the record or the topics beside the talk. */
export function ViewTabs({ shown, show }: Props) {
  const { say } = useApp()
  return (
    <nav class="views" aria-label={say('view/label')}>
      {(['talk', 'record', 'topics'] as const).map(view => (
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
  return (
    <aside class="room__side" aria-label={say(shown === 'topics' ? 'view/topics' : 'view/record')}>
      {shown === 'topics' ? <TopicsPanel onGone={() => show('talk')} /> : <RecordPanel />}
    </aside>
  )
}
