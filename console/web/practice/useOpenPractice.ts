import { useEffect, useMemo, useState } from 'preact/hooks'
import { guideOfVersion } from '../../../dialogs/guide/guide.ts'
import type { Journal } from '../live/journal.ts'
import { newestGuide } from '../room/newestGuide.ts'
import { useWork } from '../session/AppContext.ts'
import { untilDone } from '../shared/untilDone.ts'
import { useObserved } from '../shared/useObserved.ts'
import { askAttempt } from './askPractice.ts'
import { openPractice } from './openPractice.ts'
import type { PracticeView } from './PracticeContext.ts'

/** An attempt, open, as it changes. Who it is with comes by itself; until then there is nothing to draw it from. */
export function useOpenPractice(
  attempt: string,
  journal: Journal,
): Omit<PracticeView, 'about'> & Partial<PracticeView> {
  const { connection, person } = useWork()
  const practice = useMemo(
    () => openPractice(attempt, { connection, journal, by: person.id, guideOf: guideOfVersion, newest: newestGuide }),
    [attempt, connection, journal],
  )
  useEffect(() => practice.close, [practice])
  const talk = useObserved(practice.talk)
  const [about, setAbout] = useState<PracticeView['about']>()
  useEffect(() => {
    if (talk.lost) return
    return untilDone(async () => {
      const answer = await askAttempt(attempt)
      practice.takeIn(answer)
      setAbout(answer)
    })
  }, [attempt, practice, talk.lost])
  return {
    practice,
    talk,
    isWatching: about !== undefined && about.trainee.id !== person.id,
    ...(about ? { about } : {}),
  }
}
