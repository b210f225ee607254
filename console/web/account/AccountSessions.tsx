import type { AccountResponse, AccountSession } from '../../contract/account.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { useConfirming } from './useConfirming.tsx'
import { useTry } from './useTry.ts'

interface Props {
  sessions: readonly AccountSession[]
  onChanged: (account: AccountResponse) => void
}

/** Where one is signed in, and ending what is not needed or not one's own. */
export function AccountSessions({ sessions, onChanged }: Props) {
  const { say, language } = useApp()
  const { attempt, faults, busy } = useTry()
  const { confirming, dialog } = useConfirming()
  const others = sessions.filter(({ here }) => !here)
  const end = async (ending: readonly AccountSession[]) => {
    for (const { id } of ending) {
      const came = await attempt(() =>
        confirming(() => ask<AccountResponse>('DELETE', `/api/account/sessions/${encodeURIComponent(id)}`)),
      )
      if (!came) return
      onChanged(came)
    }
  }
  return (
    <section class="account-part">
      <h2 class="govuk-heading-m">{say('sessions/title')}</h2>
      {dialog}
      <ErrorSummary faults={faults} />
      <ul class="rows">
        {sessions.map(session => (
          <li key={session.id} class="rows__one">
            <div class="rows__what">
              <strong>{say(session.here ? 'sessions/here' : `browser/${session.browser}`)}</strong>
              <span class="rows__about">
                {session.here && `${say(`browser/${session.browser}`)}. `}
                {say('sessions/begun', { when: dayAndTime(session.begunAt, language) })}{' '}
                {say('sessions/active', { when: dayAndTime(session.activeAt, language) })}
              </span>
            </div>
            {!session.here && (
              <div class="rows__do">
                <button type="button" class="button button--quiet" disabled={busy} onClick={() => void end([session])}>
                  {say('sessions/end')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <button type="button" class="button button--quiet" disabled={busy} onClick={() => void end(others)}>
          {say('sessions/end-others')}
        </button>
      )}
    </section>
  )
}
