import { useState } from 'preact/hooks'
import type { InterpretersResponse } from '../../contract/script.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { CancelButton } from '../shared/CancelButton.tsx'

interface Props {
  here: InterpretersResponse['here']
  end: (session: string) => Promise<void>
  urgent: boolean
}

/**
 * The stop rule: at a sign of unease with the interpreter the talk stops at once. It pauses, the script closes, and what may
 * only be asked with an interpreter the young person has said yes to is held back again.
 */
export function StopInterpreting({ here, end, urgent }: Props) {
  const { say } = useApp()
  const { room, record, step } = useRoom()
  const [sure, setSure] = useState(false)

  async function stop() {
    const prompt = step.kind === 'ask' ? { prompt: step.prompt.id } : {}
    await room.act({ do: 'flag', flag: 'stopped', ...prompt })
    await room.act({
      do: 'answer',
      prompt: 'prepare.interpreter',
      answer: { kind: 'choice', option: 'not-cleared' },
    })
    // A yes was to this interpreter, not to the next. A no stays on the record.
    const yes = record.fields['welcome.interpreter']?.entries.find(
      ({ value }) => value.kind === 'plain' && value.said === 'yes',
    )
    if (yes) await room.act({ do: 'withdraw', event: yes.event })
    await room.act({ do: 'pause' })
    for (const { id } of here) await end(id)
    setSure(false)
  }

  if (!sure) {
    return (
      <button
        type="button"
        class={`button ${urgent ? 'button--concern' : 'button--quiet'}`}
        onClick={() => setSure(true)}
      >
        {say('interpreter/stop')}
      </button>
    )
  }
  return (
    <div class="interpreters__sure" role="alert">
      <p class="govuk-body">{say('interpreter/stop-why')}</p>
      <button type="button" class="button button--concern" onClick={() => void stop()}>
        {say('interpreter/stop-now')}
      </button>
      <CancelButton onCancel={() => setSure(false)} />
    </div>
  )
}
