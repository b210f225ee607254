import { useRoute } from 'preact-iso'
import { OutsideRoom } from '../circle/OutsideRoom.tsx'
import { WrittenRecord } from '../record/WrittenRecord.tsx'
import { LostRoom } from '../room/LostRoom.tsx'
import { RoomContext } from '../room/RoomContext.ts'
import { WordsContext } from '../room/useRoomWords.ts'
import { useRoomView } from './RoomPage.tsx'

/** The record as a document: read on the screen, or printed. */
export function RecordPage() {
  const view = useRoomView(useRoute().params.id ?? '')
  if (view.outside) return <OutsideRoom breakGlass={view.outside} />
  if (!view.ready) return <LostRoom unknown={view.unknown} />
  return (
    <RoomContext.Provider value={view.ready}>
      <WordsContext.Provider value={view.ready.screenWords}>
        <WrittenRecord />
      </WordsContext.Provider>
    </RoomContext.Provider>
  )
}
