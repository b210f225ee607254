import { useApp } from '../session/AppContext.ts'

/** `said` is the talk itself, and `talk` the guide, as in every room. */
export const practiceViews = ['said', 'talk', 'record', 'topics'] as const
export type PracticeViewName = (typeof practiceViews)[number]

const words = {
  said: 'practice/view-said',
  talk: 'practice/view-guide',
  record: 'view/record',
  topics: 'view/topics',
} as const

interface Props {
  views: readonly PracticeViewName[]
  shown: PracticeViewName
  show: (view: PracticeViewName) => void
}

/** Which part is shown: at a narrow width one of them, at a wide one the talk, the record or the topics beside the guide. */
export function PracticeTabs({ views, shown, show }: Props) {
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
          {say(words[view])}
        </button>
      ))}
    </nav>
  )
}
