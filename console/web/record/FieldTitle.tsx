import { useRoom } from '../room/RoomContext.ts'
import { idOfField } from './promptOfField.ts'
import { useAskedWords } from './useAskedWords.ts'

/** What a field is called: a prompt's words as they were said, or what was listened for. */
export function FieldTitle({ field }: { field: string }) {
  const { screenWords } = useRoom()
  const asked = useAskedWords(field)
  return <>{asked ?? screenWords(`coverage/${idOfField(field)}`)}</>
}
