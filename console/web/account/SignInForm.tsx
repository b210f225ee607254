import { useEffect, useId, useState } from 'preact/hooks'
import type { SessionResponse, SignIn } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { took } from '../session/session.ts'
import { ssoProblem } from '../session/ssoProblem.ts'
import { TextField } from '../shared/Field.tsx'
import { Form } from '../shared/Form.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import { PasswordField } from './PasswordField.tsx'
import { SsoLink } from './SsoLink.tsx'
import { useTry } from './useTry.ts'

/** The name and the password; or a passkey, or single sign-on, which are all that is needed. */
export function SignInForm({ session }: { session: SessionResponse }) {
  const { say } = useApp()
  const id = useId()
  const [signInName, setName] = useState('')
  const [password, setPassword] = useState('')
  const trying = useTry()
  const { faults, busy } = trying
  const { signIn } = session
  const ids = { name: `${id}-name`, password: `${id}-password` }
  useEffect(() => {
    const problem = ssoProblem.get()
    if (problem) trying.setFaults([{ words: say(`sso-problem/${problem}`) }])
    ssoProblem.set(undefined)
  }, [])
  const submit = async () => {
    const blank = [
      ...(signInName.trim() ? [] : [{ field: ids.name, words: say('sign-in/name-missing') }]),
      ...(password ? [] : [{ field: ids.password, words: say('sign-in/password-missing') }]),
    ]
    if (blank.length > 0) return trying.setFaults(blank)
    const body: SignIn = { signInName, password }
    const came = await trying.attempt(
      () => ask<SessionResponse>('POST', '/api/sign-in', body),
      ({ problem }) => (problem === 'wrong-sign-in' ? ids.name : undefined),
    )
    setPassword('')
    if (came) took(came)
  }
  return (
    <>
      {signIn.firstStart && <p class="notice">{say('sign-in/first-start')}</p>}
      <Form faults={faults} onSubmit={() => void submit()}>
        {signIn.password && (
          <>
            <TextField
              id={ids.name}
              label={say('sign-in/name')}
              value={signInName}
              onValue={setName}
              faults={faults}
              autocomplete="username"
            />
            <PasswordField
              id={ids.password}
              label={say('sign-in/password')}
              value={password}
              onValue={setPassword}
              faults={faults}
            />
            <button type="submit" class="button button--next" disabled={busy}>
              {say('sign-in/go')}
            </button>
          </>
        )}
        <div class="form__others">
          <PasskeyButton trying={trying} />
          <SsoLink sso={signIn.sso} />
        </div>
        {signIn.sso && (
          <p class="govuk-body-s">
            <a class="govuk-link" href="/api/sign-in/sso/out">
              {say('sign-in/sso-out', { name: signIn.sso.name })}
            </a>
          </p>
        )}
      </Form>
    </>
  )
}
