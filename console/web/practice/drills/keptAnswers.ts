import type { DrillResult, DrillsResponse, KeepDrills } from '../../../contract/practice.ts'
import type { Answer } from '../../session/ask.ts'

type DrillAnswer = KeepDrills['answers'][number]

/** What was answered in the exercises: as the server has it, and what it has not been told yet. */
export interface AnswersState {
  results: readonly DrillResult[]
  unsent: readonly DrillAnswer[]
}

/** As many as are taken at once. */
const most = 50

/** Tells the server what was answered. Whatever it was not told goes along with what is answered next. */
export async function keptAnswers(
  state: AnswersState,
  answers: readonly DrillAnswer[],
  send: (kept: KeepDrills) => Promise<Answer<DrillsResponse>>,
): Promise<AnswersState> {
  const unsent = [...state.unsent, ...answers]
  if (unsent.length === 0) return state
  const answer = await send({ answers: unsent.slice(0, most) })
  return answer.ok ? { results: answer.value.results, unsent: unsent.slice(most) } : { ...state, unsent }
}
