import type {
  AssignmentsResponse,
  AttemptResponse,
  AttemptsResponse,
  AttemptTurnsResponse,
  BeginAttempt,
  ScenariosResponse,
} from '../../contract/practice.ts'
import { ask } from '../session/ask.ts'

const pathOf = (attempt: string) => `/api/practice/attempts/${encodeURIComponent(attempt)}`

export const askScenarios = () => asked<ScenariosResponse>('/api/practice/scenarios')
export const askAttempts = () => asked<AttemptsResponse>('/api/practice/attempts')
export const askAssignments = () => asked<AssignmentsResponse>('/api/practice/assignments')
export const askAttempt = (attempt: string) => asked<AttemptResponse>(pathOf(attempt))
/** What the debrief is made of: for the trainee once it has ended, for a trainer at any time. */
export const askTurns = (attempt: string) => asked<AttemptTurnsResponse>(`${pathOf(attempt)}/turns`)
export const beginAttempt = (begin: BeginAttempt) => ask<AttemptResponse>('POST', '/api/practice/attempts', begin)
export const endAttempt = (attempt: string) => ask<AttemptResponse>('POST', `${pathOf(attempt)}/end`)

/** Every word of it goes, and cannot come back. */
export const deleteAttempt = (attempt: string) => ask<object>('DELETE', pathOf(attempt))

/** Throws where it does not come: then it can be asked again. */
async function asked<T>(path: string): Promise<T> {
  const answer = await ask<T>('GET', path)
  if (answer.ok) return answer.value
  throw new Error(`What was asked of practice did not come (${answer.problem}).`)
}
