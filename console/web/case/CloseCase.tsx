import { useState } from 'preact/hooks'
import { openActions } from '../../casework/actions/actions.ts'
import { lackingFor } from '../../casework/episode/closing.ts'
import { isWith } from '../../casework/review/reviewFile.ts'
import { mayDo } from '../../casework/roles.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { useCase } from './CaseContext.ts'
import { ChoiceField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { closings } from './caseChoices.ts'
import { Saving } from './Saving.tsx'
import { useCaseForm } from './useCaseForm.ts'
import { useWriting } from './useWriting.ts'

/** Closes the case, once nothing is lacking for how it ended; or opens it again. */
export function CloseCase() {
  const { say } = useApp()
  const { file } = useCase()
  const [open, setOpen] = useState(false)
  if (file.state === 'closed') return <Reopen />
  return (
    <section aria-labelledby="close" class="case__part no-print">
      <h2 class="govuk-heading-m" id="close">
        {say('case/close')}
      </h2>
      {open ? (
        <CloseForm onCancel={() => setOpen(false)} />
      ) : (
        <button type="button" class="button button--quiet" onClick={() => setOpen(true)}>
          {say('case/close-it')}
        </button>
      )}
    </section>
  )
}

function CloseForm({ onCancel }: { onCancel: () => void }) {
  const { say } = useApp()
  const { person } = useWork()
  const { file, interviews } = useCase()
  const form = useCaseForm('close', '')
  const because = closings.find(each => each === form.values.because)
  const isHeld = interviews.some(({ held }) => held !== null)
  const lacking = because ? lackingFor(because, file, isHeld) : []
  const isOthers = because === 'completed' && isWith(file) === 'hub' && !mayDo(person.role, 'case.review')
  const stillOpen = openActions(file.actions).length
  const close = async () => {
    form.show(because ? [] : [{ field: 'because', key: 'case/choose' }])
    if (!because || lacking.length > 0 || isOthers) return
    const words = form.values.words?.trim()
    await form.write({ type: 'closed', because, ...(words ? { words } : {}) })
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm
        form={form}
        onSave={close}
        onCancel={onCancel}
        saveWords={say('case/close-it')}
        isBlocked={lacking.length > 0 || isOthers}
      >
        <ChoiceField
          {...form.field('because')}
          label={say('case/how-ended')}
          options={closings.map(value => ({ value, words: say(`closing/${value}`) }))}
        />
        <div role="status">
          {because && lacking.length > 0 && (
            <div class="notice" data-lacking>
              <p class="govuk-body">{say('case/lacking')}</p>
              <ul class="govuk-list govuk-list--bullet">
                {lacking.map(each => (
                  <li key={each}>{say(`lacking/${each}`)}</li>
                ))}
              </ul>
            </div>
          )}
          {because && lacking.length === 0 && (
            <p class="govuk-body">{say(isOthers ? 'case/coordinator-closes' : 'case/nothing-lacking')}</p>
          )}
          {because && stillOpen > 0 && <p class="notice">{say('case/still-open', { number: stillOpen })}</p>}
        </div>
        <WordsField {...form.field('words')} id="close-words" label={say('case/close-words')} />
      </CaseForm>
    </div>
  )
}

function Reopen() {
  const { say } = useApp()
  const { open, file } = useCase()
  const { busy, problem, write } = useWriting(open)
  return (
    <section aria-labelledby="close" class="case__part">
      <h2 class="govuk-heading-m" id="close">
        {say('case/closed')}
      </h2>
      <p class="govuk-body">{file.closedBecause && say(`closing/${file.closedBecause}`)}</p>
      <button
        type="button"
        class="button button--quiet no-print"
        disabled={busy}
        onClick={() => void write({ type: 'reopened' })}
      >
        {say('case/reopen')}
      </button>
      <Saving busy={busy} problem={problem} />
    </section>
  )
}
