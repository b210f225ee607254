import type { ConsoleProblem } from '../../contract/replies.ts'
import { useApp } from '../session/AppContext.ts'

/** Why something was not kept, beside where it was written. */
export function ProblemLine({ problem, id }: { problem: ConsoleProblem | undefined; id?: string }) {
  const { say } = useApp()
  return (
    <div aria-live="polite" id={id}>
      {problem && <p class="govuk-error-message">{say(`problem/${problem}`)}</p>}
    </div>
  )
}
