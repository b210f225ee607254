import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Score } from '../../../../dialogs/practice/progress/attemptScores.ts'
import type { AttemptLine, ScenarioCard } from '../../../contract/practice.ts'
import type { CohortLine } from './cohortLines.ts'

export interface CohortView {
  lines: readonly CohortLine[]
  scenarios: readonly ScenarioCard[]
  /** Recommended questions by attempt, once they have been counted. */
  shares: Readonly<Record<string, Score>> | undefined
  /** What to call a talk, while its scenario is here. */
  talkName(attempt: Pick<AttemptLine, 'scenario'>): string
  /** Asks for everything anew. */
  again(): void
}

export const CohortContext = createContext<CohortView | undefined>(undefined)

/** The people a trainer trains. Only within their page. */
export function useCohort(): CohortView {
  const found = useContext(CohortContext)
  if (!found) throw new Error('There is no cohort here: draw this within the page of the people one trains.')
  return found
}
