import type { ProgressResponse, ScenarioCard, ScenariosResponse } from '../../../contract/practice.ts'
import { ask } from '../../session/ask.ts'

/** Someone's progress, and the scenarios that are here to name their talks by. */
export interface ProgressFound extends ProgressResponse {
  scenarios: readonly ScenarioCard[]
}

/** One's own, or that of someone one trains. Throws where it does not come: then it can be asked again. */
export async function askProgress(trainee: string | undefined): Promise<ProgressFound> {
  const whose = trainee === undefined ? '' : `?${new URLSearchParams({ trainee }).toString()}`
  const [progress, scenarios] = await Promise.all([
    ask<ProgressResponse>('GET', `/api/practice/progress${whose}`),
    ask<ScenariosResponse>('GET', '/api/practice/scenarios'),
  ])
  if (!progress.ok) throw new Error(`The progress did not come (${progress.problem}).`)
  return { ...progress.value, scenarios: scenarios.ok ? scenarios.value.scenarios : [] }
}
