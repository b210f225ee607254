import type { Guide, Prompt } from '../../dialogs/guide/schema.ts'
import { promptsIn } from '../../dialogs/plan/promptsIn.ts'

/** A prompt that a paper is made of. Throws where the guide has lost it, because a page without it would say less than it must. */
export function promptOf(guide: Guide, id: string): Prompt {
  const placed = promptsIn(guide).get(id)
  if (!placed) throw new Error(`A paper is made of ${id}, which guide version ${guide.version} does not have.`)
  return placed.prompt
}
