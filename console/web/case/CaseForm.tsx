import type { ComponentChildren } from 'preact'
import { useApp } from '../session/AppContext.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { Form } from '../shared/Form.tsx'
import { Saving } from './Saving.tsx'
import type { CaseFormState } from './useCaseForm.ts'

interface Props {
  form: CaseFormState
  onSave: () => Promise<void>
  /** Without it, the form is put away by the button that opened it. */
  onCancel?: () => void
  /** What its first button says, where that is not that it saves. */
  saveWords?: string
  /** Whether it cannot be saved as things are. */
  isBlocked?: boolean
  children: ComponentChildren
}

/** The fields of a short form with its buttons, and that it is being saved or why it was not. Cancel forgets what was typed. */
export function CaseForm({ form, onSave, onCancel, saveWords, isBlocked = false, children }: Props) {
  const { say } = useApp()
  const { faults, busy, problem, clear } = form
  return (
    <Form faults={faults} onSubmit={() => void (!busy && onSave())}>
      {children}
      <div class="case-form__buttons">
        <button type="submit" class="button" disabled={busy || isBlocked}>
          {saveWords ?? say('case/save')}
        </button>
        {onCancel && <CancelButton onCancel={() => void clear().then(onCancel)} />}
      </div>
      <Saving busy={busy} problem={problem} />
    </Form>
  )
}
