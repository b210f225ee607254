import { useEffect, useMemo } from 'preact/hooks'
import { guideOfVersion } from '../../../dialogs/guide/guide.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'
import { breakGlass } from '../live/breakGlass.ts'
import { openRoom } from '../live/openRoom.ts'
import { useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { newestGuide } from './newestGuide.ts'
import type { RoomView } from './RoomContext.ts'
import { useViewOf } from './useViewOf.ts'

interface Seen {
  ready?: RoomView
  unknown: boolean
  /** Where this person does not need to know of it: how to look all the same. */
  outside?: (reason: string) => Promise<ConsoleProblem | undefined>
}

/** The room of an interview, once what is needed to draw it is here. */
export function useRoomView(interview: string): Seen {
  const { connection, journal, person } = useWork()
  const room = useMemo(
    () => openRoom(interview, { connection, journal, by: person.id, guideOf: guideOfVersion, newest: newestGuide }),
    [interview, connection, journal],
  )
  useEffect(() => () => room.close(), [room])
  const { outside, unknown } = useObserved(room.state)
  const ready = useViewOf(room)
  const lookAllTheSame = async (reason: string) => {
    const problem = await breakGlass(connection, interview, reason)
    if (problem === undefined) await room.rejoin()
    return problem
  }
  if (outside) return { unknown: false, outside: lookAllTheSame }
  return ready ? { ready, unknown: false } : { unknown }
}
