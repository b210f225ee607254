import { ageBandBefore, promptWords } from '../room/promptWords.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useFilling } from '../room/useFilling.ts'
import { useApp } from '../session/AppContext.ts'
import { promptOfField } from './promptOfField.ts'

/** The words of a field's prompt, for the age known when it was answered; as they would be said now where it was not. */
export function useAskedWords(field: string): string | undefined {
  const { guide, record, events, screenWords } = useRoom()
  const filling = useFilling(useApp().language)
  const prompt = promptOfField(guide, field)
  const first = record.fields[field]?.entries[0]
  return prompt && promptWords(prompt, record, screenWords, filling, first && ageBandBefore(first.seq, events))
}
