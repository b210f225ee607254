import { useState } from 'preact/hooks'
import type { RecoveryCodes } from '../../contract/account.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { RecoveryCodeList } from './RecoveryCodeList.tsx'
import { useConfirming } from './useConfirming.tsx'
import { useTry } from './useTry.ts'

/** How many recovery codes are left, and new ones. */
export function RecoverySection({ left, onRenewed }: { left: number; onRenewed: (left: number) => void }) {
  const { say } = useApp()
  const [codes, setCodes] = useState<readonly string[]>()
  const { attempt, faults, busy } = useTry()
  const { confirming, dialog } = useConfirming()
  const renew = async () => {
    const came = await attempt(() => confirming(() => ask<RecoveryCodes>('POST', '/api/account/recovery-codes')))
    if (!came) return
    setCodes(came.recoveryCodes)
    onRenewed(came.recoveryCodes.length)
  }
  if (codes) return <RecoveryCodeList codes={codes} onKept={() => setCodes(undefined)} />
  return (
    <section class="account-part">
      <h2 class="govuk-heading-m">{say('recovery/codes')}</h2>
      {dialog}
      <ErrorSummary faults={faults} />
      <p class="govuk-body">{say('recovery/left', { left })}</p>
      <button type="button" class="button button--quiet" disabled={busy} onClick={() => void renew()}>
        {say('recovery/renew')}
      </button>
    </section>
  )
}
