import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { Step } from '../../../dialogs/plan/nextStep.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import type { Words } from '../../../locales/translator.ts'
import type { Room, RoomState } from '../live/openRoom.ts'
import type { PracticeTools } from '../practice/PracticeTools.ts'

/** What every part of the room is drawn from. */
export interface RoomView {
  room: Room
  state: RoomState
  guide: Guide
  record: InterviewRecord
  events: readonly RecordedEvent[]
  /** Number of the newest event that is on the server. */
  saved: number
  step: Step
  /** The guide's words in the language of the talk, and in the language of the screen. */
  talkWords: Words
  screenWords: Words
  /** In a practice room alone. Nothing is offered in it that belongs to a real record. */
  practice?: PracticeTools
}

export const RoomContext = createContext<RoomView | undefined>(undefined)

export function useRoom(): RoomView {
  const view = useContext(RoomContext)
  if (!view) throw new Error('A part of the room is drawn inside RoomContext.')
  return view
}
