import { useState } from 'preact/hooks'
import type { AccountFactor, AccountResponse, FactorAdded } from '../../contract/account.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { took } from '../session/session.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { ErrorSummary } from '../shared/Form.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { AddFactor } from './AddFactor.tsx'
import { RecoveryCodeList } from './RecoveryCodeList.tsx'
import { useConfirming } from './useConfirming.tsx'
import { useTry } from './useTry.ts'

interface Props {
  account: AccountResponse
  onChanged: (account: AccountResponse) => void
}

/** What is shown beside the password: which there are, another, or one away. */
export function AccountFactors({ account, onChanged }: Props) {
  const { say } = useApp()
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<FactorAdded>()
  const done = (came: FactorAdded) => {
    took(came.session)
    onChanged(came.account)
    setAdded(undefined)
    setAdding(false)
  }
  return (
    <section class="account-part">
      <h2 class="govuk-heading-m">{say('factors/title')}</h2>
      {added ? (
        <RecoveryCodeList codes={added.recoveryCodes} onKept={() => done(added)} />
      ) : (
        <>
          {account.factors.length === 0 && <p class="govuk-body">{say('factors/none')}</p>}
          <ul class="rows">
            {account.factors.map(factor => (
              <Factor
                key={factor.id}
                factor={factor}
                mayGo={!account.secondFactorNeeded || account.factors.length > 1}
                onChanged={onChanged}
              />
            ))}
          </ul>
          {adding ? (
            <>
              <AddFactor onAdded={came => (came.recoveryCodes.length > 0 ? setAdded(came) : done(came))} />
              <CancelButton onCancel={() => setAdding(false)} />
            </>
          ) : (
            <button type="button" class="button button--quiet" onClick={() => setAdding(true)}>
              {say('factors/add')}
            </button>
          )}
        </>
      )}
    </section>
  )
}

interface FactorProps {
  factor: AccountFactor
  mayGo: boolean
  onChanged: (account: AccountResponse) => void
}

function Factor({ factor, mayGo, onChanged }: FactorProps) {
  const { say, language } = useApp()
  const [sure, setSure] = useState(false)
  const { attempt, faults, busy } = useTry()
  const { confirming, dialog } = useConfirming()
  const remove = async () => {
    const came = await attempt(() =>
      confirming(() => ask<AccountResponse>('DELETE', `/api/account/factors/${encodeURIComponent(factor.id)}`)),
    )
    if (came) onChanged(came)
  }
  const kind = say(`factor/${factor.kind}`)
  const about = say('factors/added', { when: dayAndTime(factor.addedAt, language) })
  const used = factor.usedAt
    ? say('factors/used', { when: dayAndTime(factor.usedAt, language) })
    : say('factors/unused')
  return (
    <li class="rows__one">
      {dialog}
      <ErrorSummary faults={faults} />
      <div class="rows__what">
        <strong>
          <bdi>{factor.name || kind}</bdi>
        </strong>
        <span class="rows__about">
          {factor.name !== kind && `${kind}. `}
          {about} {used}
        </span>
      </div>
      {sure ? (
        <div class="rows__do">
          <button type="button" class="button" disabled={busy} onClick={() => void remove()}>
            {say('factors/remove-sure', { name: factor.name || kind })}
          </button>
          <CancelButton onCancel={() => setSure(false)} />
        </div>
      ) : (
        mayGo && (
          <div class="rows__do">
            <button type="button" class="button button--quiet" onClick={() => setSure(true)}>
              {say('factors/remove')}
              <span class="govuk-visually-hidden"> {factor.name}</span>
            </button>
          </div>
        )
      )}
    </li>
  )
}
