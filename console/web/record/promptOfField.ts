import type { Guide, Prompt } from '../../../dialogs/guide/schema.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'

/** The prompt whose answer a field holds, of the talk or of a concern; none for what was listened for. */
export function promptOfField(guide: Guide, field: string): Prompt | undefined {
  const id = idOfField(field)
  return promptsIn(guide).get(id)?.prompt ?? guide.concern.prompts.find(each => each.id === id)
}

/** The prompt or coverage a field is named by: a concern's own stand behind its id. */
export const idOfField = (field: string): string => field.split('/').at(-1) ?? field
