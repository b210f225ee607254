import type { Prompt } from '../../../dialogs/guide/schema.ts'
import type { Draft } from './draft.ts'

/** What each control for a structured answer is given. */
export interface ControlProps {
  prompt: Prompt
  draft: Draft
  onDraft: (draft: Draft) => void
  /** Words of the question, for those who hear the page. */
  legend: string
}
