import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { useApp } from '../session/AppContext.ts'

/** One's own attempts over time. */
export function PracticeProgressPage() {
  const { say } = useApp()
  return (
    <PracticeFrame title={say('practice/progress')}>
      <p class="govuk-body-l">{say('practice/coming')}</p>
    </PracticeFrame>
  )
}
