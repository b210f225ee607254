import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { useApp } from '../session/AppContext.ts'

/** Short exercises beside the talks. */
export function PracticeRoomPage() {
  const { say } = useApp()
  return (
    <PracticeFrame title={say('practice/talks')}>
      <p class="govuk-body-l">{say('practice/coming')}</p>
    </PracticeFrame>
  )
}
