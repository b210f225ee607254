import { useEffect, useState } from 'preact/hooks'
import type { AccountResponse } from '../../contract/account.ts'
import { AccountFactors } from '../account/AccountFactors.tsx'
import { AccountSessions } from '../account/AccountSessions.tsx'
import { ChangePassword } from '../account/ChangePassword.tsx'
import { ChannelLinks } from '../account/ChannelLinks.tsx'
import { RecoverySection } from '../account/RecoverySection.tsx'
import { useTry } from '../account/useTry.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { Page } from '../shared/Page.tsx'

/** One's own account: who one is here, how one signs in, and where one is signed in. */
export function AccountPage() {
  const { say } = useApp()
  const [account, setAccount] = useState<AccountResponse>()
  const { attempt, faults, busy } = useTry()
  const read = async () => setAccount(await attempt(() => ask<AccountResponse>('GET', '/api/account')))
  useEffect(() => void read(), [])
  if (!account) {
    return (
      <Page title={say('account/title')}>
        <ErrorSummary faults={faults} />
        {!busy && faults.length > 0 && (
          <button type="button" class="button" onClick={() => void read()}>
            {say('form/try-again')}
          </button>
        )}
      </Page>
    )
  }
  const { person, signInName } = account
  return (
    <Page title={say('account/title')}>
      <div class="narrow">
        <dl class="facts facts--one-column">
          <Fact what={say('account/name')} is={person.name ?? ''} />
          <Fact what={say('sign-in/name')} is={signInName} />
          <Fact what={say('people-list/role')} is={say(`role/${person.role}`)} />
          <Fact what={say('people-list/team')} is={person.team} />
        </dl>
        <p class="govuk-hint">{say('account/who-changes')}</p>
        {account.hasPassword && <ChangePassword account={account} onChanged={setAccount} />}
        {account.hasPassword && (
          <>
            <AccountFactors account={account} onChanged={setAccount} />
            <RecoverySection
              left={account.recoveryCodesLeft}
              onRenewed={count => setAccount({ ...account, recoveryCodesLeft: count })}
            />
          </>
        )}
        <ChannelLinks />
        <AccountSessions sessions={account.sessions} onChanged={setAccount} />
      </div>
    </Page>
  )
}

function Fact({ what, is }: { what: string; is: string }) {
  return (
    <div class="facts__one">
      <dt>{what}</dt>
      <dd>
        <bdi>{is}</bdi>
      </dd>
    </div>
  )
}
