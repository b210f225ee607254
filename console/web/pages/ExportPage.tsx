import { useRoute } from 'preact-iso'
import { OutsideRoom } from '../circle/OutsideRoom.tsx'
import { Export } from '../keeping/Export.tsx'
import { LostRoom } from '../room/LostRoom.tsx'
import { RoomContext } from '../room/RoomContext.ts'
import { WordsContext } from '../room/useRoomWords.ts'
import { useRoomView } from './RoomPage.tsx'

/** What is held about a young person, prepared for them. */
export function ExportPage() {
  const view = useRoomView(useRoute().params.id ?? '')
  if (view.outside) return <OutsideRoom breakGlass={view.outside} />
  if (!view.ready) return <LostRoom unknown={view.unknown} />
  return (
    <RoomContext.Provider value={view.ready}>
      <WordsContext.Provider value={view.ready.screenWords}>
        <Export />
      </WordsContext.Provider>
    </RoomContext.Provider>
  )
}
