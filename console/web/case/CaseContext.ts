import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Clock } from '../../casework/clocks/clocksFor.ts'
import type { RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import type { CaseFile } from '../../casework/episode/caseFile.ts'
import type { CaseTurn } from '../../contract/cases.ts'
import type { OpenCase } from '../live/openCase.ts'
import type { CaseConcerns } from './useConcerns.ts'

/** What every part of a case's page is drawn from. */
export interface CaseView {
  open: OpenCase
  file: CaseFile
  events: readonly RecordedCaseEvent[]
  interviews: CaseTurn['interviews']
  /** As they stand now. */
  clocks: readonly Clock[]
  /** What its interviews say, as far as this person may read them. */
  found: CaseConcerns
  now: number
}

export const CaseContext = createContext<CaseView | undefined>(undefined)

export function useCase(): CaseView {
  const view = useContext(CaseContext)
  if (!view) throw new Error('A part of a case is drawn inside CaseContext.')
  return view
}
