import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { promptWords } from '../room/promptWords.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useFilling } from '../room/useFilling.ts'

/** What a field is called: a prompt's words as the practitioner reads them, or what was listened for. */
export function FieldTitle({ field }: { field: string }) {
  const { guide, record, screenWords } = useRoom()
  const filling = useFilling()
  const id = field.split('/').at(-1) ?? field
  const prompt = promptsIn(guide).get(id)?.prompt ?? guide.concern.prompts.find(each => each.id === id)
  return <>{prompt ? promptWords(prompt, record, screenWords, filling) : screenWords(`coverage/${id}`)}</>
}
