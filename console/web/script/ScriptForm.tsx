import { useState } from 'preact/hooks'
import type { OpenScript, ScriptResponse } from '../../contract.ts'
import { TextField } from '../account/Field.tsx'
import { Form } from '../account/Form.tsx'
import { type Fault, useTry } from '../account/useTry.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { secretInLink } from '../session/secretInLink.ts'

/** How an interpreter comes in: the code they were given, and who they are. */
export function ScriptForm({ onOpen }: { onOpen: (opened: ScriptResponse) => void }) {
  const { say } = useApp()
  const [code, setCode] = useState(() => secretInLink.get() ?? '')
  const [name, setName] = useState('')
  const [agency, setAgency] = useState('')
  const { attempt, faults, setFaults, busy } = useTry()

  async function open() {
    const missing: Fault[] = [
      ...(code.trim() === '' ? [{ field: 'script-code', words: say('script/code-missing') }] : []),
      ...(name.trim() === '' ? [{ field: 'script-name', words: say('script/name-missing') }] : []),
      ...(agency.trim() === '' ? [{ field: 'script-agency', words: say('script/agency-missing') }] : []),
    ]
    if (missing.length > 0) return setFaults(missing)
    const body: OpenScript = { code, name, agency }
    let isWrong = false
    const opened = await attempt(async () => {
      const answer = await ask<ScriptResponse>('POST', '/api/script', body)
      isWrong = !answer.ok && answer.problem === 'wrong-code'
      return answer
    })
    if (isWrong) setFaults([{ field: 'script-code', words: say('script/wrong-code') }])
    if (!opened) return
    secretInLink.set(undefined)
    onOpen(opened)
  }

  return (
    <Form faults={faults} onSubmit={() => void (!busy && open())}>
      <TextField
        id="script-code"
        label={say('script/code')}
        hint={say('script/code-hint')}
        value={code}
        onValue={setCode}
        faults={faults}
      />
      <TextField id="script-name" label={say('script/name')} value={name} onValue={setName} faults={faults} />
      <TextField
        id="script-agency"
        label={say('script/agency')}
        hint={say('script/kept')}
        value={agency}
        onValue={setAgency}
        faults={faults}
      />
      <button type="submit" class="button button--next" disabled={busy}>
        {say('script/open')}
      </button>
    </Form>
  )
}
