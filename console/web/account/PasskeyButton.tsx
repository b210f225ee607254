import type { PasskeyAsked, SessionResponse, SignInPasskey } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { took } from '../session/session.ts'
import { canShowPasskeys, showPasskey } from './passkeys.ts'
import type { Trying } from './useTry.ts'

interface Props {
  trying: Trying
  /** Where it is checked: to sign in, or to unlock. */
  at?: '/api/sign-in/passkey' | '/api/session/unlock'
  onDone?: () => void
}

/** Shows a passkey that this device, or another one nearby, keeps. */
export function PasskeyButton({ trying, at = '/api/sign-in/passkey', onDone }: Props) {
  const { say } = useApp()
  if (!canShowPasskeys()) return null
  const show = async () => {
    const asked = await trying.attempt(() => ask<PasskeyAsked>('POST', `${at}/options`))
    if (!asked) return
    const passkey = await showPasskey(asked)
    if (!passkey) return trying.setFaults([{ words: say('passkey/not-shown') }])
    const body: SignInPasskey = { passkey }
    const came = await trying.attempt(() => ask<SessionResponse>('POST', at, body))
    if (!came) return
    took(came)
    onDone?.()
  }
  return (
    <button type="button" class="button button--quiet" disabled={trying.busy} onClick={() => void show()}>
      {say('passkey/use')}
    </button>
  )
}
