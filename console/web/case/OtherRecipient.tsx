import { useState } from 'preact/hooks'
import { namedKinds } from '../../casework/sharing/recipients.ts'
import { useApp } from '../session/AppContext.ts'
import { ChoiceField, LineField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import type { FactFault } from './caseFacts.ts'
import { useCaseForm } from './useCaseForm.ts'

/** Names someone else who may be told, for this case alone. They are told of nothing that was not agreed or decided. */
export function OtherRecipient({ onNamed }: { onNamed: (recipient: string) => void }) {
  const { say } = useApp()
  const [isOpen, setOpen] = useState(false)
  return (
    <div class="no-print">
      <button
        type="button"
        class="button button--quiet"
        aria-expanded={isOpen}
        data-recipient="other"
        onClick={() => setOpen(!isOpen)}
      >
        {say('sharing/other')}
      </button>
      {isOpen && (
        <NameForm
          onDone={named => {
            setOpen(false)
            if (named !== undefined) onNamed(`other-${named}`)
          }}
        />
      )}
    </div>
  )
}

function NameForm({ onDone }: { onDone: (named: string | undefined) => void }) {
  const { say } = useApp()
  const form = useCaseForm('sharing-other', 'sharing-other-')
  const save = async () => {
    const name = form.values.name?.trim()
    const kind = namedKinds.find(each => each === form.values.kind)
    const wrong: FactFault[] = []
    if (!name) wrong.push({ field: 'name', key: 'sharing/other-name-missing' })
    if (!kind) wrong.push({ field: 'kind', key: 'case/choose' })
    form.show(wrong)
    if (!name || !kind) return
    const written = await form.write({ type: 'recipientNamed', name, kind })
    if (written) onDone(written[0])
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={() => onDone(undefined)}>
        <LineField {...form.field('name')} label={say('sharing/other-name')} hint={say('sharing/other-hint')} />
        <ChoiceField
          {...form.field('kind')}
          label={say('sharing/other-kind')}
          options={namedKinds.map(value => ({ value, words: say(`recipient-kind/${value}`) }))}
        />
      </CaseForm>
    </div>
  )
}
