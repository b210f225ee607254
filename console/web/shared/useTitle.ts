import { useEffect } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { preferences } from '../session/preferences.ts'
import { standing } from '../session/session.ts'
import { useObserved } from './useObserved.ts'

/** The title of the window. Under the cover, and while someone is away, it names nobody, whichever page is drawn beneath. */
export function useTitle(title: string) {
  const away = useObserved(standing)?.away ?? false
  useTopTitle(away ? undefined : title)
}

/** The title of what is over the page; undefined leaves it to another. */
export function useTopTitle(title: string | undefined) {
  const { say } = useApp()
  const { covered } = useObserved(preferences)
  useEffect(() => {
    if (covered) document.title = say('cover/title')
    else if (title !== undefined) document.title = title
  }, [title, covered, say])
}
