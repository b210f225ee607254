import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { SessionResponse, SignInCode } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { readSession, took } from '../session/session.ts'
import { TextField } from '../shared/Field.tsx'
import { Form } from '../shared/Form.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import { useTry } from './useTry.ts'

/** After the password: a code from the app, a passkey, or one of the recovery codes. */
export function SecondStep({ session }: { session: SessionResponse }) {
  const { say } = useApp()
  const id = useId()
  const form = useRef<HTMLDivElement>(null)
  const { methods } = session
  const [recovering, setRecovering] = useState(!methods.includes('code') && !methods.includes('passkey'))
  const [code, setCode] = useState('')
  const trying = useTry()
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [recovering])
  const submit = async () => {
    if (code.trim().length < 6) return trying.setFaults([{ field: id, words: say('second/missing') }])
    const body: SignInCode = { code }
    const came = await trying.attempt(
      () => ask<SessionResponse>('POST', '/api/sign-in/code', body),
      refusal => {
        if (refusal.problem === 'sign-in-again') void readSession()
        return refusal.problem === 'wrong-code' ? id : undefined
      },
    )
    setCode('')
    if (came) took(came)
  }
  const again = async () => {
    const came = await trying.attempt(() => ask<SessionResponse>('DELETE', '/api/session'))
    if (came) took(came)
  }
  const byCode = recovering || methods.includes('code')
  return (
    <div ref={form}>
      <p class="govuk-body">{say('second/why')}</p>
      <Form faults={trying.faults} onSubmit={() => void submit()}>
        {byCode && (
          <>
            <TextField
              key={String(recovering)}
              id={id}
              label={say(recovering ? 'second/recovery' : 'second/code')}
              hint={say(recovering ? 'second/recovery-hint' : 'second/code-hint')}
              value={code}
              onValue={setCode}
              faults={trying.faults}
              autocomplete={recovering ? 'off' : 'one-time-code'}
              isCode={!recovering}
            />
            <button type="submit" class="button button--next" disabled={trying.busy}>
              {say('second/go')}
            </button>
          </>
        )}
        <div class="form__others">
          {methods.includes('passkey') && <PasskeyButton trying={trying} />}
          {methods.includes('recovery-code') && (
            <button type="button" class="button button--quiet" onClick={() => setRecovering(!recovering)}>
              {say(recovering ? 'second/use-code' : 'second/use-recovery')}
            </button>
          )}
          <button type="button" class="text-button" onClick={() => void again()}>
            {say('second/again')}
          </button>
        </div>
      </Form>
    </div>
  )
}
