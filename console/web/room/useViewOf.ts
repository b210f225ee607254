import { guideOfVersion } from '../../../dialogs/guide/guide.ts'
import { nextStep } from '../../../dialogs/plan/nextStep.ts'
import type { Room } from '../live/openRoom.ts'
import { useApp } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { useWords } from '../words/useWords.ts'
import type { RoomView } from './RoomContext.ts'

/** What the parts of a room are drawn from, as it changes; nothing until its record and the guide's words are here. */
export function useViewOf(room: Room): RoomView | undefined {
  const { language } = useApp()
  const state = useObserved(room.state)
  const present = room.present()
  const talkWords = useWords(present?.record.language, 'guide')
  const screenWords = useWords(language, 'guide')
  if (!present || !talkWords || !screenWords) return undefined
  const guide = guideOfVersion(present.record.guide)
  return { room, state, guide, step: nextStep(guide, present.record), ...present, talkWords, screenWords }
}
