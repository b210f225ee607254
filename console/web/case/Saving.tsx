import type { WriteProblem } from '../live/openCase.ts'
import { useApp } from '../session/AppContext.ts'

/** That something is being saved, or why it was not and what to do. What was typed is still there. */
export function Saving({ busy, problem }: { busy: boolean; problem: WriteProblem | undefined }) {
  const { say } = useApp()
  return (
    <div role="status">
      {busy && <p class="case-form__saving">{say('case/saving')}</p>}
      {!busy && problem && (
        <p class="notice">{say(problem === 'no-answer' ? 'case/no-answer' : `problem/${problem}`)}</p>
      )}
    </div>
  )
}
