import { useEffect, useState } from 'preact/hooks'
import type {
  CohortResponse,
  CohortSharesResponse,
  ScenarioCard,
  ScenariosResponse,
} from '../../../contract/practice.ts'
import { ask } from '../../session/ask.ts'

export interface CohortFound {
  cohort?: CohortResponse
  scenarios: readonly ScenarioCard[]
  shares?: CohortSharesResponse['shares']
  /** Whether the newest asking for it failed. What came before is still shown. */
  failed: boolean
}

/** How often it is asked for anew while the page is in sight, so that who practises now is seen. */
const every = 10_000

/** The cohort, kept up to date. The shares come after it, whenever another talk has ended. */
export function useCohortOf(): CohortFound & { again(): void } {
  const [found, setFound] = useState<CohortFound>({ scenarios: [], failed: false })
  const [times, setTimes] = useState(0)
  const ended = found.cohort?.attempts.filter(attempt => attempt.ended !== undefined).length
  useEffect(() => {
    let left = false
    const read = async () => {
      const answer = await ask<CohortResponse>('GET', '/api/practice/cohort')
      if (left) return
      setFound(now => (answer.ok ? { ...now, cohort: answer.value, failed: false } : { ...now, failed: true }))
    }
    void read()
    const timer = setInterval(() => document.visibilityState === 'visible' && void read(), every)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [times])
  useEffect(() => {
    void ask<ScenariosResponse>('GET', '/api/practice/scenarios').then(
      answer => answer.ok && setFound(now => ({ ...now, scenarios: answer.value.scenarios })),
    )
  }, [times])
  useEffect(() => {
    if (ended === undefined) return
    let left = false
    void ask<CohortSharesResponse>('GET', '/api/practice/cohort/shares').then(
      answer => !left && answer.ok && setFound(now => ({ ...now, shares: answer.value.shares })),
    )
    return () => {
      left = true
    }
  }, [ended])
  return { ...found, again: () => setTimes(times + 1) }
}
