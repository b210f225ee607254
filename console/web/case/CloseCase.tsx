import { useState } from 'preact/hooks'
import { lackingFor } from '../../casework/episode/closing.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import { useCase } from './CaseContext.ts'
import { ChoiceField, WordsField } from './CaseControls.tsx'
import { closings } from './caseChoices.ts'
import { Saving } from './Saving.tsx'
import { useFormDrafts } from './useFormDrafts.ts'
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
  const { journal } = useWork()
  const { open, file, interviews } = useCase()
  const drafts = useFormDrafts(journal, `case/${open.episode}/close`, {})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  const because = closings.find(each => each === drafts.values.because)
  const isHeld = interviews.some(({ held }) => held !== null)
  const lacking = because ? lackingFor(because, file, isHeld) : []
  const close = async () => {
    setFaults(because ? [] : [{ field: 'because', words: say('case/choose') }])
    if (!because || lacking.length > 0 || busy) return
    const words = drafts.values.words?.trim()
    if (await write({ type: 'closed', because, ...(words ? { words } : {}) })) await drafts.clear()
  }
  if (!drafts.ready) return null
  return (
    <div class="case__form">
      <Form faults={faults} onSubmit={() => void close()}>
        <ChoiceField
          id="because"
          label={say('case/how-ended')}
          faults={faults}
          value={drafts.values.because ?? ''}
          onValue={value => drafts.change('because', value)}
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
          {because && lacking.length === 0 && <p class="govuk-body">{say('case/nothing-lacking')}</p>}
        </div>
        <WordsField
          id="close-words"
          label={say('case/close-words')}
          faults={faults}
          value={drafts.values.words ?? ''}
          onValue={value => drafts.change('words', value)}
        />
        <div class="case-form__buttons">
          <button type="submit" class="button" disabled={busy || lacking.length > 0}>
            {say('case/close-it')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => void drafts.clear().then(onCancel)}>
            {say('field/cancel')}
          </button>
        </div>
        <Saving busy={busy} problem={problem} />
      </Form>
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
