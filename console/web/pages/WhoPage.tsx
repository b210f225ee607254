import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { SignInSteps } from '../account/SignInSteps.tsx'
import { useApp } from '../session/AppContext.ts'
import { startPageOf } from '../session/startPageOf.ts'
import { Page } from '../shared/Page.tsx'
import { PeopleList } from './PeopleList.tsx'

/** Who is here: signing in, or in the demo choosing who to be. Whoever is signed in goes on to where they begin. */
export function WhoPage() {
  const { say, session } = useApp()
  const { path, route } = useLocation()
  const { person, state, signIn } = session
  const goesOn = state === 'signed-in' && path === '/' && !signIn.demo
  useEffect(() => {
    if (goesOn && person) route(startPageOf(person.role), true)
  }, [goesOn, person])
  if (goesOn) return null
  if (signIn.demo) {
    return (
      <Page title={say('who/title')}>
        <p class="govuk-body-l">{say('who/demo')}</p>
        <PeopleList people={session.people} />
      </Page>
    )
  }
  const title = state === 'second-factor' ? 'second/title' : state === 'set-up' ? 'set-up/title' : 'sign-in/title'
  return (
    <Page title={say(title)}>
      <div class="narrow">
        <SignInSteps session={session} />
      </div>
    </Page>
  )
}
