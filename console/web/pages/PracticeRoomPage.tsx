import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Journal } from '../live/journal.ts'
import { LostPractice } from '../practice/LostPractice.tsx'
import { PracticeContext } from '../practice/PracticeContext.ts'
import { PracticeRoom } from '../practice/PracticeRoom.tsx'
import { practiceJournal } from '../practice/practiceJournal.ts'
import { useOpenPractice } from '../practice/useOpenPractice.ts'
import { WatchScreen } from '../practice/WatchScreen.tsx'
import { RoomContext } from '../room/RoomContext.ts'
import { WordsContext } from '../room/useRoomWords.ts'
import { useViewOf } from '../room/useViewOf.ts'
import { useWork } from '../session/AppContext.ts'

/** One practice talk, live: for whoever practises, and for a trainer who watches. */
export function PracticeRoomPage() {
  const { person } = useWork()
  const attempt = useRoute().params.attempt ?? ''
  const [journal, setJournal] = useState<Journal>()
  useEffect(() => void practiceJournal(person.id).then(setJournal), [person.id])
  if (!journal) return <LostPractice lost={false} />
  return <InPractice key={attempt} attempt={attempt} journal={journal} />
}

function InPractice({ attempt, journal }: { attempt: string; journal: Journal }) {
  const { about, ...open } = useOpenPractice(attempt, journal)
  const room = useViewOf(open.practice.room)
  // What is typed before what this device keeps has been read would be written over.
  if (open.talk.lost || !about || !room?.state.opened) return <LostPractice lost={open.talk.lost} />
  return (
    <RoomContext.Provider value={room}>
      <WordsContext.Provider value={room.screenWords}>
        <PracticeContext.Provider value={{ ...open, about }}>
          {open.isWatching ? <WatchScreen /> : <PracticeRoom />}
        </PracticeContext.Provider>
      </WordsContext.Provider>
    </RoomContext.Provider>
  )
}
