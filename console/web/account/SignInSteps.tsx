import type { SessionResponse } from '../../contract/signIn.ts'
import { PeopleList } from '../pages/PeopleList.tsx'
import { fetched } from '../shared/fetched.tsx'
import { SecondStep } from './SecondStep.tsx'
import { SignInForm } from './SignInForm.tsx'

const SetUp = fetched(() => import('./SetUp.tsx').then(module => module.SetUp))

/** Signing in, as far as it has come. Whoever draws it sees from the session when it is done. */
export function SignInSteps({ session }: { session: SessionResponse }) {
  if (session.state === 'second-factor') return <SecondStep session={session} />
  if (session.state === 'set-up') return <SetUp />
  return session.signIn.demo ? <PeopleList people={session.people} /> : <SignInForm session={session} />
}
