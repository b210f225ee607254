import { useEffect } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { preferences } from '../session/preferences.ts'
import { useObserved } from './useObserved.ts'

/** The title of the window. Under the cover it names nobody, whichever page is drawn beneath. */
export function useTitle(title: string) {
  const { say } = useApp()
  const { covered } = useObserved(preferences)
  useEffect(() => {
    document.title = covered ? say('cover/title') : title
  }, [title, covered, say])
}
