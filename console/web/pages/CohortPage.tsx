import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { useApp } from '../session/AppContext.ts'

/** For a trainer: the people they train, and what they practised. */
export function CohortPage() {
  const { say } = useApp()
  return (
    <PracticeFrame title={say('practice/cohort')}>
      <p class="govuk-body-l">{say('practice/coming')}</p>
    </PracticeFrame>
  )
}
