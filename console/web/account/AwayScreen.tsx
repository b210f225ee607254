import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { SessionResponse } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { signOut } from '../session/session.ts'
import { nameOf } from '../session/usePersonName.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { useTopTitle } from '../shared/useTitle.ts'
import { SignInSteps } from './SignInSteps.tsx'
import { UnlockForm } from './UnlockForm.tsx'

interface Props {
  session: SessionResponse
  /** As it was when the page beneath was in use. */
  before: SessionResponse
}

/** Over the page while its person is away: locked, or signed out in the middle of something. Beneath it all stays as it is. */
export function AwayScreen({ session, before }: Props) {
  const { say } = useApp()
  const { route } = useLocation()
  const place = useRef<HTMLElement>(null)
  const [failed, setFailed] = useState(false)
  const locked = session.state === 'locked'
  const person = session.person ?? before.person
  const title = say(locked ? 'away/locked' : 'away/signed-out')
  useTopTitle(`${title} - ${say('app/name')}`)
  useEffect(() => {
    if (!place.current?.contains(document.activeElement))
      place.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [session.state])
  const leave = async () => {
    const answer = await signOut()
    if (answer.ok) route('/')
    else setFailed(true)
  }
  return (
    <main class="away" ref={place}>
      <div class="away__inside">
        <h1 class="govuk-heading-l">{title}</h1>
        {person && (
          <p class="away__who">
            <bdi>{nameOf(person, say)}</bdi>
          </p>
        )}
        <p class="govuk-body">{say(locked ? 'away/locked-why' : 'away/signed-out-why')}</p>
        {failed && <ErrorSummary faults={[{ words: say('account-problem/no-connection') }]} />}
        {locked ? <UnlockForm session={session} go={say('away/unlock')} /> : <SignInSteps session={session} />}
        <p class="away__leave">
          <button type="button" class="text-button" onClick={() => void leave()}>
            {say(locked ? 'away/leave' : 'away/leave-page')}
          </button>
        </p>
      </div>
    </main>
  )
}
