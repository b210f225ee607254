import { useApp } from '../session/AppContext.ts'
import type { ConsoleKey } from '../words/ConsoleKey.ts'

interface Props<View extends string> {
  views: readonly View[]
  /** What each is called. */
  words: Readonly<Record<View, ConsoleKey>>
  shown: View
  show: (view: View) => void
}

/** Which part is shown: at a narrow width one of them, at a wide one the others beside the talk. */
export function ViewTabs<View extends string>({ views, words, shown, show }: Props<View>) {
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
