import { useState } from 'preact/hooks'
import type { SharingResponse } from '../../contract/sharing.ts'
import { useApp } from '../session/AppContext.ts'
import { useCase } from './CaseContext.ts'
import { ChoiceField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { decisions, wishes, wishStages } from './caseChoices.ts'
import type { FactFault } from './caseFacts.ts'
import { SentForm } from './SentForm.tsx'
import { type CaseFormState, useCaseForm } from './useCaseForm.ts'

interface Props {
  recipient: string
  preview: SharingResponse
  /** Parts that are ticked, by the event each stands on. */
  ticked: readonly string[]
  onWritten: () => void
  /** What would be read may have changed meanwhile. */
  onStale: () => void
}

const kinds = ['ask', 'decide', 'say-sent'] as const

/** What they want, what is decided, and that it was sent: one short form at a time. */
export function SharingForms(props: Props) {
  const { say } = useApp()
  const [form, setForm] = useState<(typeof kinds)[number]>()
  const done = () => {
    setForm(undefined)
    props.onWritten()
  }
  const { open } = useCase()
  const { sendable } = props.preview
  const shown = form === 'say-sent' && !sendable ? undefined : form
  return (
    <div class="no-print">
      <div class="case__acts">
        {kinds.map(kind => (
          <button
            key={kind}
            type="button"
            class="button button--quiet"
            aria-expanded={shown === kind}
            disabled={kind === 'say-sent' && !sendable}
            onClick={() => setForm(shown === kind ? undefined : kind)}
          >
            {say(`sharing/${kind}`)}
          </button>
        ))}
      </div>
      {shown && (
        <section class="case__form" aria-label={say(`sharing/${shown}`)}>
          {shown === 'ask' && <AskForm {...props} onWritten={done} />}
          {shown === 'decide' && <DecideForm {...props} onWritten={done} />}
          {shown === 'say-sent' && (
            <SentForm
              place={`sharing-${props.recipient}-sent`}
              path={`/api/cases/${open.episode}/shared/${props.recipient}`}
              digest={props.preview.digest}
              onWritten={done}
              onStale={props.onStale}
            />
          )}
        </section>
      )}
    </div>
  )
}

function AskForm({ recipient, ticked, onWritten }: Props) {
  const { say } = useApp()
  const form = useCaseForm(`sharing-${recipient}-ask`, 'sharing-')
  const { values } = form
  const save = async () => {
    const stage = wishStages.find(each => each === values.stage)
    const answer = wishes.find(each => each === values.answer)
    const items = itemsOf(values.which, ticked)
    const wrong: FactFault[] = []
    if (!stage) wrong.push({ field: 'stage', key: 'case/choose' })
    if (!answer) wrong.push({ field: 'answer', key: 'case/choose' })
    if (!items) wrong.push({ field: 'which', key: 'sharing/tick-first' })
    form.show(wrong)
    if (!stage || !answer || !items) return
    const words = values.words?.trim()
    if (await form.write({ type: 'sharingAsked', recipient, stage, answer, items, ...(words ? { words } : {}) }))
      onWritten()
  }
  if (!form.ready) return null
  const stages = { start: say('sharing/at-start'), end: say('sharing/at-end') }
  return (
    <CaseForm form={form} onSave={save}>
      <ChoiceField
        {...form.field('stage')}
        label={say('sharing/when-asked')}
        options={wishStages.map(value => ({ value, words: stages[value] }))}
        inline
      />
      <ChoiceField
        {...form.field('answer')}
        label={say('sharing/answer')}
        options={wishes.map(value => ({ value, words: say(`wish/${value}`) }))}
      />
      <Which form={form} ticked={ticked} />
      <WordsField {...form.field('words')} label={say('sharing/their-words')} />
    </CaseForm>
  )
}

function DecideForm({ recipient, ticked, onWritten }: Props) {
  const { say } = useApp()
  const form = useCaseForm(`sharing-${recipient}-decide`, 'sharing-')
  const { values } = form
  const save = async () => {
    const decision = decisions.find(each => each === values.decision)
    const items = itemsOf(values.which, ticked)
    const why = decision === 'must-share' ? values.why?.trim() : undefined
    const wrong: FactFault[] = []
    if (!decision) wrong.push({ field: 'decision', key: 'case/choose' })
    if (!items) wrong.push({ field: 'which', key: 'sharing/tick-first' })
    if (decision === 'must-share' && !why) wrong.push({ field: 'why', key: 'sharing/write-why' })
    form.show(wrong)
    if (!decision || !items || wrong.length > 0) return
    if (await form.write({ type: 'sharingDecided', recipient, items, decision, ...(why ? { why } : {}) })) onWritten()
  }
  if (!form.ready) return null
  return (
    <CaseForm form={form} onSave={save}>
      <ChoiceField
        {...form.field('decision')}
        label={say('sharing/decision')}
        options={decisions.map(value => ({ value, words: say(`decision/${value}`) }))}
        inline
      />
      <Which form={form} ticked={ticked} />
      {values.decision === 'must-share' && <WordsField {...form.field('why')} label={say('sharing/why')} />}
    </CaseForm>
  )
}

/** All of it where that was chosen, never by itself; else the parts that are ticked. */
function itemsOf(which: string | undefined, ticked: readonly string[]): 'all' | string[] | undefined {
  if (which === 'all') return 'all'
  return ticked.length > 0 ? [...ticked] : undefined
}

function Which({ form, ticked }: { form: CaseFormState; ticked: readonly string[] }) {
  const { say } = useApp()
  return (
    <ChoiceField
      {...form.field('which')}
      value={form.values.which ?? (ticked.length > 0 ? 'ticked' : '')}
      label={say('sharing/which')}
      options={[
        { value: 'all', words: say('sharing/which-all') },
        { value: 'ticked', words: say('sharing/which-ticked', { number: ticked.length }) },
      ]}
    />
  )
}
