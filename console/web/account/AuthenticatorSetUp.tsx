import { useId, useState } from 'preact/hooks'
import type { ConfirmTotp, FactorAdded, TotpWanted } from '../../contract/account.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { TextField } from '../shared/Field.tsx'
import { Form } from '../shared/Form.tsx'
import { ScanSquare } from './ScanSquare.tsx'
import { useTry } from './useTry.ts'

interface Props {
  wanted: TotpWanted
  onAdded: (added: FactorAdded) => void
  onBack: () => void
}

/** Scan, or type, then prove it with a code from the app. */
export function AuthenticatorSetUp({ wanted, onAdded, onBack }: Props) {
  const { say } = useApp()
  const id = useId()
  const [code, setCode] = useState('')
  const trying = useTry()
  const submit = async () => {
    if (code.trim().length < 6) return trying.setFaults([{ field: id, words: say('second/missing') }])
    const body: ConfirmTotp = { factor: wanted.factor, code, name: say('factor/totp') }
    const added = await trying.attempt(
      () => ask<FactorAdded>('POST', '/api/account/totp/confirm', body),
      ({ problem }) => (problem === 'wrong-code' ? id : undefined),
    )
    setCode('')
    if (added) onAdded(added)
  }
  return (
    <Form faults={trying.faults} onSubmit={() => void submit()}>
      <ol class="steps">
        <li>
          <p class="govuk-body">{say('totp/scan')}</p>
          <ScanSquare uri={wanted.uri} />
          <details class="fold">
            <summary>{say('totp/type')}</summary>
            <p class="secret" dir="ltr">
              {wanted.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            </p>
          </details>
        </li>
        <li>
          <TextField
            id={id}
            label={say('totp/prove')}
            value={code}
            onValue={setCode}
            faults={trying.faults}
            autocomplete="one-time-code"
            isCode
          />
        </li>
      </ol>
      <div class="form__others">
        <button type="submit" class="button button--next" disabled={trying.busy}>
          {say('second/go')}
        </button>
        <button type="button" class="button button--quiet" onClick={onBack}>
          {say('totp/back')}
        </button>
      </div>
    </Form>
  )
}
