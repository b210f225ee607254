import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { FactorAdded } from '../../contract/account.ts'
import { useApp } from '../session/AppContext.ts'
import { standing, took } from '../session/session.ts'
import { startPageOf } from '../session/startPageOf.ts'
import { AddFactor } from './AddFactor.tsx'
import { RecoveryCodeList } from './RecoveryCodeList.tsx'

/** The second factor, before anything else is open; then the recovery codes, this once. */
export function SetUp() {
  const { say } = useApp()
  const { path, route } = useLocation()
  const [added, setAdded] = useState<FactorAdded>()
  const done = ({ session }: FactorAdded) => {
    const before = standing.get()
    took(session)
    const stays = before?.away || !['/', '/join'].includes(path)
    if (!stays && session.person) route(startPageOf(session.person.role), true)
  }
  if (added) return <RecoveryCodeList codes={added.recoveryCodes} onKept={() => done(added)} />
  return (
    <>
      <p class="govuk-body">{say('set-up/why')}</p>
      <AddFactor onAdded={came => (came.recoveryCodes.length > 0 ? setAdded(came) : done(came))} />
    </>
  )
}
