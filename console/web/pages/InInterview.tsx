import type { ComponentType } from 'preact'
import { useRoute } from 'preact-iso'
import { OutsideRoom } from '../circle/OutsideRoom.tsx'
import { LostRoom } from '../room/LostRoom.tsx'
import { RoomContext } from '../room/RoomContext.ts'
import { useRoomView } from '../room/useRoomView.ts'
import { WordsContext } from '../room/useRoomWords.ts'

/** What is drawn of the interview at this address, once it is here; or that it is not there, or not for this person. */
export function InInterview({ of: Part }: { of: ComponentType }) {
  const view = useRoomView(useRoute().params.id ?? '')
  if (view.outside) return <OutsideRoom of="interview" breakGlass={view.outside} />
  if (!view.ready) return <LostRoom unknown={view.unknown} />
  return (
    <RoomContext.Provider value={view.ready}>
      <WordsContext.Provider value={view.ready.screenWords}>
        <Part />
      </WordsContext.Provider>
    </RoomContext.Provider>
  )
}
