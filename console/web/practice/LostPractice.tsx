import { useApp } from '../session/AppContext.ts'
import { PracticeFrame } from './PracticeFrame.tsx'

/** While a talk is being fetched, and where there is none that this person may see. */
export function LostPractice({ lost }: { lost: boolean }) {
  const { say } = useApp()
  return (
    <PracticeFrame title={say(lost ? 'practice/unknown' : 'room/fetching')}>
      <p class="govuk-body" role="status">
        {say(lost ? 'practice/unknown-why' : 'practice/fetching')}
      </p>
      <a class="button" href="/practice">
        {say('practice/all-talks')}
      </a>
    </PracticeFrame>
  )
}
