import type { ComponentType } from 'preact'
import type { AttemptDebriefResponse } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { PracticeFrame } from '../PracticeFrame.tsx'
import { useDebriefOf } from './useDebriefOf.ts'

interface Props {
  attempt: string
  of: ComponentType<{ response: AttemptDebriefResponse }>
}

/** Draws what is made of a debrief, or says why there is none yet and what to do. */
export function DebriefOrWhyNot({ attempt, of: Of }: Props) {
  const { say } = useApp()
  const { found, again } = useDebriefOf(attempt)
  if (found.state === 'here') return <Of response={found.response} />
  return (
    <PracticeFrame title={say('practice/debrief')}>
      {found.state === 'fetching' ? (
        <p class="govuk-body" role="status">
          {say('debrief/fetching')}
        </p>
      ) : (
        <WhyNot attempt={attempt} problem={found.problem} onAgain={again} />
      )}
    </PracticeFrame>
  )
}

function WhyNot({ attempt, problem, onAgain }: { attempt: string; problem: string; onAgain: () => void }) {
  const { say } = useApp()
  if (problem === 'attempt-goes-on') {
    return (
      <>
        <p class="govuk-body-l">{say('debrief/goes-on')}</p>
        <a class="button" href={`/practice/${attempt}`}>
          {say('debrief/finish')}
        </a>
      </>
    )
  }
  const isUnreached = problem === 'no-connection' || problem === 'too-many' || problem === 'failed'
  return (
    <>
      <p class="notice" role="alert">
        {say(isUnreached ? 'debrief/not-reached' : 'debrief/not-yours')}
      </p>
      {isUnreached ? (
        <button type="button" class="button" onClick={onAgain}>
          {say('debrief/again')}
        </button>
      ) : (
        <a class="button" href="/practice">
          {say('debrief/to-talks')}
        </a>
      )}
    </>
  )
}
