import { useEffect, useState } from 'preact/hooks'
import type { InvitationResponse, LookAtInvitation } from '../../contract/account.ts'
import { JoinForm } from '../account/JoinForm.tsx'
import { SetUp } from '../account/SetUp.tsx'
import { useTry } from '../account/useTry.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { invitationCode } from '../session/invitationCode.ts'
import { startPageOf } from '../session/startPageOf.ts'
import { Page } from '../shared/Page.tsx'
import { useObserved } from '../shared/useObserved.ts'

/** From a link to a working account: a name, a password, a second factor. */
export function JoinPage() {
  const { say, session } = useApp()
  const code = useObserved(invitationCode)
  if (code !== undefined) return <Invited key={code} code={code} />
  if (session.state === 'set-up') {
    return (
      <Page title={say('set-up/title')}>
        <div class="narrow">
          <SetUp />
        </div>
      </Page>
    )
  }
  const isIn = session.state === 'signed-in' && session.person
  return (
    <Page title={say('join/no-code')}>
      <p class="govuk-body">{say(isIn ? 'join/already' : 'join/no-code-why')}</p>
      <a class="button" href={isIn ? startPageOf(isIn.role) : '/'}>
        {say(isIn ? 'not-for-you/go' : 'sign-in/title')}
      </a>
    </Page>
  )
}

function Invited({ code }: { code: string }) {
  const { say } = useApp()
  const [invitation, setInvitation] = useState<InvitationResponse>()
  const { attempt, faults } = useTry()
  const look = async () => {
    const body: LookAtInvitation = { code }
    setInvitation(await attempt(() => ask<InvitationResponse>('POST', '/api/invitations/look', body)))
  }
  useEffect(() => void look(), [code])
  if (invitation) {
    return (
      <Page title={say(invitation.account ? 'join/again' : 'join/title')}>
        <div class="narrow">
          <JoinForm code={code} invitation={invitation} />
        </div>
      </Page>
    )
  }
  return (
    <Page title={say('join/title')}>
      {faults.map(({ words }) => (
        <div key={words}>
          <p class="govuk-body-l" role="alert">
            {words}
          </p>
          <button type="button" class="button" onClick={() => void look()}>
            {say('form/try-again')}
          </button>
        </div>
      ))}
    </Page>
  )
}
