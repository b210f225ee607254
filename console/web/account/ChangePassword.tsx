import { useId, useState } from 'preact/hooks'
import type { AccountResponse, ChangePassword as Change } from '../../contract/account.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { Form } from '../shared/Form.tsx'
import { PasswordField } from './PasswordField.tsx'
import { useConfirming } from './useConfirming.tsx'
import { useTry } from './useTry.ts'

interface Props {
  account: AccountResponse
  onChanged: (account: AccountResponse) => void
}

export function ChangePassword({ account, onChanged }: Props) {
  const { say } = useApp()
  const [open, setOpen] = useState(false)
  const [changed, setChanged] = useState(false)
  return (
    <section class="account-part">
      <h2 class="govuk-heading-m">{say('sign-in/password')}</h2>
      <p role="status" class="account-part__done">
        {changed ? say('password/changed') : ''}
      </p>
      {open ? (
        <PasswordForm
          signInName={account.signInName}
          onChanged={came => {
            onChanged(came)
            setChanged(true)
            setOpen(false)
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button type="button" class="button button--quiet" onClick={() => setOpen(true)}>
          {say('password/change')}
        </button>
      )}
    </section>
  )
}

interface FormProps {
  signInName: string
  onChanged: (account: AccountResponse) => void
  onCancel: () => void
}

function PasswordForm({ signInName, onChanged, onCancel }: FormProps) {
  const { say } = useApp()
  const id = useId()
  const ids = { current: `${id}-current`, password: `${id}-password` }
  const [written, setWritten] = useState<Change>({ current: '', password: '' })
  const trying = useTry()
  const { confirming, dialog } = useConfirming()
  const submit = async () => {
    const blank = (['current', 'password'] as const).filter(part => !written[part])
    if (blank.length > 0) {
      return trying.setFaults(blank.map(part => ({ field: ids[part], words: say(`password/${part}-missing`) })))
    }
    const came = await trying.attempt(
      () => confirming(() => ask<AccountResponse>('POST', '/api/account/password', written)),
      ({ problem }) => {
        if (problem === 'weak-password') return ids.password
        return problem === 'wrong-sign-in' ? ids.current : undefined
      },
    )
    if (came) onChanged(came)
  }
  const field = (part: keyof Change) => ({
    id: ids[part],
    value: written[part],
    onValue: (value: string) => setWritten(now => ({ ...now, [part]: value })),
    faults: trying.faults,
  })
  return (
    <>
      {dialog}
      <Form faults={trying.faults} onSubmit={() => void submit()}>
        {/* So that a password manager knows whose it is. */}
        <input class="govuk-visually-hidden" hidden autocomplete="username" value={signInName} readOnly />
        <PasswordField {...field('current')} label={say('password/current')} />
        <PasswordField
          {...field('password')}
          label={say('password/new')}
          hint={say('password/hint')}
          autocomplete="new-password"
        />
        <div class="form__others">
          <button type="submit" class="button" disabled={trying.busy}>
            {say('field/save')}
          </button>
          <CancelButton onCancel={onCancel} />
        </div>
      </Form>
    </>
  )
}
