import { useState } from 'preact/hooks'
import { glassHours } from '../../casework/needToKnow.ts'
import { mayDo } from '../../casework/roles.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import { Page } from '../shared/Page.tsx'
import { ReasonField } from '../shared/ReasonField.tsx'

const fewest = 10

interface Props {
  of: 'interview' | 'case'
  breakGlass: (reason: string) => Promise<ConsoleProblem | undefined>
}

/** For someone who is not one of those who need to know: who to ask, and how to look all the same when a child cannot wait. */
export function OutsideRoom({ of, breakGlass }: Props) {
  const { say } = useApp()
  const { person } = useWork()
  return (
    <Page title={say('outside/title')}>
      <p class="govuk-body-l">{say(of === 'case' ? 'case/need-to-know' : 'outside/why')}</p>
      {mayDo(person.role, 'interview.break-glass') && <BreakGlass breakGlass={breakGlass} />}
      {of === 'case' && (
        <a class="button button--quiet" href="/desk">
          {say('desk/go')}
        </a>
      )}
    </Page>
  )
}

function BreakGlass({ breakGlass }: Pick<Props, 'breakGlass'>) {
  const { say } = useApp()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const look = async () => {
    if (reason.trim().length < fewest) return setFaults([{ field: 'reason', words: say('outside/reason-short') }])
    setBusy(true)
    const problem = await breakGlass(reason.trim())
    setBusy(false)
    setFaults(problem === undefined ? [] : [{ words: say(`problem/${problem}`) }])
  }
  return (
    <section class="break-glass" aria-labelledby="break-glass">
      <h2 class="govuk-heading-m" id="break-glass">
        {say('outside/urgent')}
      </h2>
      <p class="govuk-body">{say('outside/urgent-why', { hours: glassHours })}</p>
      <Form faults={faults} onSubmit={() => void look()}>
        <ReasonField
          id="reason"
          label={say('outside/reason')}
          hint={say('outside/reason-hint')}
          reason={reason}
          onReason={setReason}
        />
        <button type="submit" class="button button--concern" disabled={busy}>
          {say('outside/look')}
        </button>
      </Form>
    </section>
  )
}
