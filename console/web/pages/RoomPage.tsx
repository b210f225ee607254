import { useEffect, useMemo } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { guideOfVersion, publishedGuides } from '../../../dialogs/guide/guide.ts'
import { nextStep } from '../../../dialogs/plan/nextStep.ts'
import { OutsideRoom } from '../circle/OutsideRoom.tsx'
import { openRoom, type Room } from '../live/openRoom.ts'
import { LostRoom } from '../room/LostRoom.tsx'
import { RoomContext, type RoomView } from '../room/RoomContext.ts'
import { RoomScreen } from '../room/RoomScreen.tsx'
import { WordsContext } from '../room/useRoomWords.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { useGuideWords } from '../words/useGuideWords.ts'

const newest = publishedGuides[publishedGuides.length - 1] ?? guideOfVersion(1)

/** One interview, live: for whoever is in the room and for whoever watches. */
export function RoomPage() {
  const view = useRoomView(useRoute().params.id ?? '')
  if (view.outside) return <OutsideRoom breakGlass={view.outside} />
  if (!view.ready) return <LostRoom unknown={view.unknown} />
  return (
    <RoomContext.Provider value={view.ready}>
      <WordsContext.Provider value={view.ready.screenWords}>
        <RoomScreen />
      </WordsContext.Provider>
    </RoomContext.Provider>
  )
}

interface Seen {
  ready?: RoomView
  unknown: boolean
  /** Where this person does not need to know of it: how to look all the same. */
  outside?: Room['breakGlass']
}

/** The room of an interview, once what is needed to draw it is here. */
export function useRoomView(interview: string): Seen {
  const { language } = useApp()
  const { connection, journal, person } = useWork()
  const room = useMemo(
    () => openRoom(interview, { connection, journal, by: person.id, guideOf: guideOfVersion, newest }),
    [interview, connection, journal],
  )
  useEffect(() => () => room.close(), [room])
  const state = useObserved(room.state)
  const present = room.present()
  const talkWords = useGuideWords(present?.record.language)
  const screenWords = useGuideWords(language)
  if (state.outside) return { unknown: false, outside: room.breakGlass }
  if (!present || !talkWords || !screenWords) return { unknown: state.unknown }
  const guide = guideOfVersion(present.record.guide)
  const step = nextStep(guide, present.record)
  return { ready: { room, state, guide, step, ...present, talkWords, screenWords }, unknown: false }
}
