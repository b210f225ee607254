import { useId, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { AcceptInvitation, InvitationResponse } from '../../contract/account.ts'
import type { SessionResponse } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { invitationCode } from '../session/invitationCode.ts'
import { beganWith } from '../session/session.ts'
import { startPageOf } from '../session/startPageOf.ts'
import { TextField } from '../shared/Field.tsx'
import { Form } from '../shared/Form.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { PasswordField } from './PasswordField.tsx'
import { useTry } from './useTry.ts'

/** What someone with a link writes: what they are called, the name they sign in with, a password. */
export function JoinForm({ code, invitation }: { code: string; invitation: InvitationResponse }) {
  const { say, language } = useApp()
  const { route } = useLocation()
  const id = useId()
  const ids = { name: `${id}-name`, signInName: `${id}-sign-in`, password: `${id}-password` }
  const [written, setWritten] = useState({ name: '', signInName: '', password: '' })
  const trying = useTry()
  const { account } = invitation
  const join = { ...written, ...account }
  const submit = async () => {
    const blank = [
      ...(join.name.trim() ? [] : [{ field: ids.name, words: say('join/name-missing') }]),
      ...(join.signInName.trim() ? [] : [{ field: ids.signInName, words: say('sign-in/name-missing') }]),
      ...(join.password ? [] : [{ field: ids.password, words: say('sign-in/password-missing') }]),
    ]
    if (blank.length > 0) return trying.setFaults(blank)
    const body: AcceptInvitation = { code, ...join }
    const came = await trying.attempt(
      () => ask<SessionResponse>('POST', '/api/invitations/accept', body),
      ({ problem }) => {
        if (problem === 'weak-password') return ids.password
        return problem === 'sign-in-name-taken' ? ids.signInName : undefined
      },
    )
    if (!came) return
    invitationCode.set(undefined)
    beganWith(came)
    if (came.state === 'signed-in' && came.person) route(startPageOf(came.person.role), true)
  }
  const field = (part: keyof typeof written) => ({
    id: ids[part],
    value: written[part],
    onValue: (value: string) => setWritten(now => ({ ...now, [part]: value })),
    faults: trying.faults,
  })
  return (
    <>
      <p class="govuk-body-l">
        {account
          ? say('join/again-why', { name: account.name })
          : say('join/what-for', { role: say(`role/${invitation.role}`), team: invitation.team })}
      </p>
      <p class="govuk-body">{say('join/until', { when: dayAndTime(invitation.until, language) })}</p>
      <Form faults={trying.faults} onSubmit={() => void submit()}>
        {account ? (
          <TextField
            {...field('signInName')}
            label={say('sign-in/name')}
            value={account.signInName}
            autocomplete="username"
            readOnly
          />
        ) : (
          <>
            <TextField {...field('name')} label={say('join/name')} hint={say('join/name-hint')} autocomplete="name" />
            <TextField
              {...field('signInName')}
              label={say('sign-in/name')}
              hint={say('join/sign-in-name-hint')}
              autocomplete="username"
            />
          </>
        )}
        <PasswordField
          {...field('password')}
          label={say('join/password')}
          hint={say('password/hint')}
          autocomplete="new-password"
        />
        <button type="submit" class="button button--next" disabled={trying.busy}>
          {say('second/go')}
        </button>
      </Form>
    </>
  )
}
