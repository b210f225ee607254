import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** For the practitioner's eyes. */
export function HintNote({ prompt, spoken }: { prompt: Prompt; spoken: boolean }) {
  const { say } = useApp()
  const { screenWords } = useRoom()
  if (!prompt.hinted) return null
  return (
    <p class="hint-note">
      <strong class="hint-note__mark">{say(spoken ? 'room/not-read' : 'room/note')}</strong>{' '}
      {screenWords(`hint/${prompt.id}`)}
    </p>
  )
}
