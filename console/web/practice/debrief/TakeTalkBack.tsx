import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useApp } from '../../session/AppContext.ts'
import { deleteAttempt } from '../askPractice.ts'
import { useDebrief } from './DebriefContext.ts'

/** Deletes one's own talk with every word of it: asked once more, as it cannot be undone. */
export function TakeTalkBack() {
  const { say } = useApp()
  const { route } = useLocation()
  const { attempt, isTrainers } = useDebrief()
  const [state, setState] = useState<'closed' | 'asked' | 'busy' | 'failed'>('closed')
  if (isTrainers) return null
  const takeBack = async () => {
    if (state === 'busy') return
    setState('busy')
    const answer = await deleteAttempt(attempt.id)
    if (answer.ok) return route('/practice')
    setState('failed')
  }
  return (
    <section class="debrief-take-back no-print">
      {state === 'closed' ? (
        <button type="button" class="text-button" onClick={() => setState('asked')}>
          {say('debrief/take-back')}
        </button>
      ) : (
        <>
          <p class="govuk-body">{say('debrief/take-back-sure')}</p>
          <div class="debrief-do">
            <button
              type="button"
              class="button button--concern"
              aria-disabled={state === 'busy'}
              onClick={() => void takeBack()}
            >
              {say('debrief/take-back-yes')}
            </button>
            <button type="button" class="button button--quiet" onClick={() => setState('closed')}>
              {say('debrief/take-back-no')}
            </button>
          </div>
        </>
      )}
      <p role="status">{state === 'failed' && say('practice/not-done')}</p>
    </section>
  )
}
