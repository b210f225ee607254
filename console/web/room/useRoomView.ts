import { useEffect, useMemo } from 'preact/hooks'
import { guideOfVersion, publishedGuides } from '../../../dialogs/guide/guide.ts'
import { nextStep } from '../../../dialogs/plan/nextStep.ts'
import { openRoom, type Room } from '../live/openRoom.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { useWords } from '../words/useWords.ts'
import type { RoomView } from './RoomContext.ts'

const newest = publishedGuides[publishedGuides.length - 1] ?? guideOfVersion(1)

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
  const talkWords = useWords(present?.record.language, 'guide')
  const screenWords = useWords(language, 'guide')
  if (state.outside) return { unknown: false, outside: room.breakGlass }
  if (!present || !talkWords || !screenWords) return { unknown: state.unknown }
  const guide = guideOfVersion(present.record.guide)
  const step = nextStep(guide, present.record)
  return { ready: { room, state, guide, step, ...present, talkWords, screenWords }, unknown: false }
}
