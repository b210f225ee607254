import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { SessionResponse, Unlock } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { took } from '../session/session.ts'
import { TextField } from '../shared/Field.tsx'
import { Form } from '../shared/Form.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import { PasswordField } from './PasswordField.tsx'
import { SsoLink } from './SsoLink.tsx'
import { useTry } from './useTry.ts'

interface Props {
  session: SessionResponse
  /** What the button does, in words. */
  go: string
  onDone?: () => void
}

/** Shows again who one is, with any one of what one has: the password, a code, a passkey. */
export function UnlockForm({ session, go, onDone }: Props) {
  const { say } = useApp()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const { methods, person } = session
  const [byCode, setByCode] = useState(!methods.includes('password'))
  const [shown, setShown] = useState('')
  const trying = useTry()
  useEffect(() => place.current?.querySelector<HTMLElement>('input, button')?.focus(), [byCode])
  const unlock = async (body: Unlock) => {
    const came = await trying.attempt(
      () => ask<SessionResponse>('POST', '/api/session/unlock', body),
      ({ problem }) => (problem === 'wrong-sign-in' || problem === 'wrong-code' ? id : undefined),
    )
    setShown('')
    if (!came) return
    took(came)
    onDone?.()
  }
  const submit = async () => {
    if (byCode && shown.trim().length < 6) return trying.setFaults([{ field: id, words: say('second/missing') }])
    if (!shown) return trying.setFaults([{ field: id, words: say('sign-in/password-missing') }])
    await unlock(byCode ? { code: shown } : { password: shown })
  }
  if (methods.includes('choice') && person) {
    return (
      <div ref={place}>
        <Form faults={trying.faults} onSubmit={() => void unlock({ person: person.id })}>
          <button type="submit" class="button button--next" disabled={trying.busy}>
            {go}
          </button>
        </Form>
      </div>
    )
  }
  const field = { id, value: shown, onValue: setShown, faults: trying.faults }
  return (
    <div ref={place}>
      <Form faults={trying.faults} onSubmit={() => void submit()}>
        {byCode && methods.includes('code') && (
          <TextField
            {...field}
            label={say('second/code')}
            hint={say('second/code-hint')}
            autocomplete="one-time-code"
            isCode
          />
        )}
        {!byCode && methods.includes('password') && <PasswordField {...field} label={say('sign-in/password')} />}
        {methods.includes(byCode ? 'code' : 'password') && (
          <button type="submit" class="button button--next" disabled={trying.busy}>
            {go}
          </button>
        )}
        <div class="form__others">
          {methods.includes('passkey') && (
            <PasskeyButton trying={trying} at="/api/session/unlock" {...(onDone ? { onDone } : {})} />
          )}
          {!methods.includes('password') && <SsoLink sso={session.signIn.sso} />}
          {methods.includes('code') && methods.includes('password') && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                setShown('')
                trying.setFaults([])
                setByCode(!byCode)
              }}
            >
              {say(byCode ? 'unlock/by-password' : 'unlock/by-code')}
            </button>
          )}
        </div>
      </Form>
    </div>
  )
}
