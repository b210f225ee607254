import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { useApp } from '../session/AppContext.ts'

/** What an attempt can be learnt from, once it has ended. */
export function DebriefPage() {
  const { say } = useApp()
  return (
    <PracticeFrame title={say('practice/debrief')}>
      <p class="govuk-body-l">{say('practice/coming')}</p>
    </PracticeFrame>
  )
}
