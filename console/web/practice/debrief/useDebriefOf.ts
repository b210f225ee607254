import { useEffect, useState } from 'preact/hooks'
import type { AttemptDebriefResponse } from '../../../contract/practice.ts'
import { type AskProblem, ask } from '../../session/ask.ts'

export type DebriefFound =
  | { state: 'fetching' }
  | { state: 'here'; response: AttemptDebriefResponse }
  | { state: 'not-here'; problem: AskProblem | 'attempt-goes-on' }

/** The debrief of an attempt, once it has come. `again` asks for it once more. */
export function useDebriefOf(attempt: string): { found: DebriefFound; again: () => void } {
  const [found, setFound] = useState<DebriefFound>({ state: 'fetching' })
  const [times, setTimes] = useState(0)
  useEffect(() => {
    let left = false
    setFound({ state: 'fetching' })
    void ask<AttemptDebriefResponse>('GET', `/api/practice/attempts/${encodeURIComponent(attempt)}/debrief`).then(
      answer => {
        if (left) return
        setFound(answer.ok ? { state: 'here', response: answer.value } : { state: 'not-here', problem: answer.problem })
      },
    )
    return () => {
      left = true
    }
  }, [attempt, times])
  return { found, again: () => setTimes(times + 1) }
}
