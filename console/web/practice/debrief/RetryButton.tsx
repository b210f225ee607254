import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { AttemptResponse } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { ask } from '../../session/ask.ts'
import { useDebrief } from './DebriefContext.ts'

/** Begins another talk that has everything before this turn, as it was, and goes there. */
export function RetryButton({ from }: { from: number }) {
  const { say } = useApp()
  const { route } = useLocation()
  const { attempt } = useDebrief()
  // Made once: asked for twice, it begins one.
  const another = useRef<string>(undefined)
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const retry = async () => {
    if (state === 'busy') return
    setState('busy')
    another.current ??= crypto.randomUUID()
    const answer = await ask<AttemptResponse>('POST', `/api/practice/attempts/${attempt.id}/retry`, {
      attempt: another.current,
      from,
    })
    if (answer.ok) return route(`/practice/${answer.value.attempt.id}`)
    setState('failed')
  }
  return (
    <>
      <button type="button" class="text-button" onClick={() => void retry()}>
        {say('debrief/retry')}
        <span class="govuk-visually-hidden">: {say('debrief/turn', { number: from })}</span>
      </button>
      {state === 'failed' && <span role="alert">{say('debrief/retry-failed')}</span>}
    </>
  )
}
