import type { AttemptLine } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { useProgress } from './ProgressContext.ts'

/** What to call a talk: whom it was with and what it was about, while that scenario is here. */
export function useTalkName(): (line: Pick<AttemptLine, 'scenario'>) => string {
  const { say } = useApp()
  const { scenarios } = useProgress()
  return ({ scenario }) => {
    const card = scenarios.find(({ id }) => id === scenario)
    return card ? `${card.person.name}: ${card.title}` : say('practice/gone')
  }
}
