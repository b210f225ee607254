import { useState } from 'preact/hooks'
import type { AddPasskey, FactorAdded, TotpWanted } from '../../contract/account.ts'
import type { PasskeyWanted } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { AuthenticatorSetUp } from './AuthenticatorSetUp.tsx'
import { canShowPasskeys, makePasskey } from './passkeys.ts'
import { useConfirming } from './useConfirming.tsx'
import { useTry } from './useTry.ts'

/** An authenticator app or a passkey: which, and then how. */
export function AddFactor({ onAdded }: { onAdded: (added: FactorAdded) => void }) {
  const { say } = useApp()
  const [wanted, setWanted] = useState<TotpWanted>()
  const trying = useTry()
  const { confirming, dialog } = useConfirming()
  const app = async () => {
    const came = await trying.attempt(() => confirming(() => ask<TotpWanted>('POST', '/api/account/totp')))
    if (came) setWanted(came)
  }
  const passkey = async () => {
    const asked = await trying.attempt(() =>
      confirming(() => ask<PasskeyWanted>('POST', '/api/account/passkeys/options')),
    )
    if (!asked) return
    const made = await makePasskey(asked)
    if (!made) return trying.setFaults([{ words: say('passkey/not-made') }])
    const body: AddPasskey = { passkey: made, name: say('factor/passkey') }
    const added = await trying.attempt(() => ask<FactorAdded>('POST', '/api/account/passkeys', body))
    if (added) onAdded(added)
  }
  if (wanted) return <AuthenticatorSetUp wanted={wanted} onAdded={onAdded} onBack={() => setWanted(undefined)} />
  return (
    <>
      {dialog}
      <ErrorSummary faults={trying.faults} />
      <ul class="choices">
        <li>
          <button type="button" class="people__one" disabled={trying.busy} onClick={() => void app()}>
            <span class="people__role">{say('factor/totp')}</span>
            <span class="people__does">{say('factor/totp-does')}</span>
          </button>
        </li>
        {canShowPasskeys() && (
          <li>
            <button type="button" class="people__one" disabled={trying.busy} onClick={() => void passkey()}>
              <span class="people__role">{say('factor/passkey')}</span>
              <span class="people__does">{say('factor/passkey-does')}</span>
            </button>
          </li>
        )}
      </ul>
    </>
  )
}
