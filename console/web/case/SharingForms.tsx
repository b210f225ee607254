import { useRef, useState } from 'preact/hooks'
import type { CaseEventBody, SendShared, SharingResponse } from '../../contract.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import { useCase } from './CaseContext.ts'
import { ChoiceField, SelectField, WhenField, WordsField } from './CaseControls.tsx'
import { decisions, sentBy, wishes, wishStages } from './caseChoices.ts'
import { readMoment, writtenMoment } from './readMoment.ts'
import { Saving } from './Saving.tsx'
import { useFormDrafts } from './useFormDrafts.ts'
import { useWriting } from './useWriting.ts'

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
          {shown === 'say-sent' && <SentForm {...props} onWritten={done} />}
        </section>
      )}
    </div>
  )
}

/** What was typed stays on this device until it is saved. */
function useSharingDrafts(recipient: string, form: string, usual: Readonly<Record<string, string>>) {
  const { journal } = useWork()
  const { open } = useCase()
  return useFormDrafts(journal, `case/${open.episode}/sharing-${recipient}-${form}`, usual)
}

function AskForm({ recipient, ticked, onWritten }: Props) {
  const { say } = useApp()
  const { open } = useCase()
  const drafts = useSharingDrafts(recipient, 'ask', {})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  const { values } = drafts
  const save = async () => {
    const stage = wishStages.find(each => each === values.stage)
    const answer = wishes.find(each => each === values.answer)
    const items = itemsOf(values.which, ticked)
    const wrong = [
      ...(stage ? [] : [{ field: 'sharing-stage', words: say('case/choose') }]),
      ...(answer ? [] : [{ field: 'sharing-answer', words: say('case/choose') }]),
      ...(items ? [] : [{ field: 'sharing-which', words: say('sharing/tick-first') }]),
    ]
    setFaults(wrong)
    if (!stage || !answer || !items || busy) return
    const words = values.words?.trim()
    const body: CaseEventBody = { type: 'sharingAsked', recipient, stage, answer, items, ...(words ? { words } : {}) }
    if (!(await write(body))) return
    await drafts.clear()
    onWritten()
  }
  if (!drafts.ready) return null
  const stages = { start: say('sharing/at-start'), end: say('sharing/at-end') }
  return (
    <Form faults={faults} onSubmit={() => void save()}>
      <ChoiceField
        id="sharing-stage"
        label={say('sharing/when-asked')}
        faults={faults}
        value={values.stage ?? ''}
        onValue={value => drafts.change('stage', value)}
        options={wishStages.map(value => ({ value, words: stages[value] }))}
        inline
      />
      <ChoiceField
        id="sharing-answer"
        label={say('sharing/answer')}
        faults={faults}
        value={values.answer ?? ''}
        onValue={value => drafts.change('answer', value)}
        options={wishes.map(value => ({ value, words: say(`wish/${value}`) }))}
      />
      <Which faults={faults} value={values.which} ticked={ticked} onValue={value => drafts.change('which', value)} />
      <WordsField
        id="sharing-words"
        label={say('sharing/their-words')}
        faults={faults}
        value={values.words ?? ''}
        onValue={value => drafts.change('words', value)}
      />
      <SaveIt busy={busy} />
      <Saving busy={busy} problem={problem} />
    </Form>
  )
}

function DecideForm({ recipient, ticked, onWritten }: Props) {
  const { say } = useApp()
  const { open } = useCase()
  const drafts = useSharingDrafts(recipient, 'decide', {})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  const { values } = drafts
  const save = async () => {
    const decision = decisions.find(each => each === values.decision)
    const items = itemsOf(values.which, ticked)
    const why = values.why?.trim()
    const lacksWhy = decision === 'must-share' && !why
    setFaults([
      ...(decision ? [] : [{ field: 'sharing-decision', words: say('case/choose') }]),
      ...(items ? [] : [{ field: 'sharing-which', words: say('sharing/tick-first') }]),
      ...(lacksWhy ? [{ field: 'sharing-why', words: say('sharing/write-why') }] : []),
    ])
    if (!decision || !items || lacksWhy || busy) return
    const isReason = decision === 'must-share' && why
    const body: CaseEventBody = { type: 'sharingDecided', recipient, items, decision, ...(isReason ? { why } : {}) }
    if (!(await write(body))) return
    await drafts.clear()
    onWritten()
  }
  if (!drafts.ready) return null
  return (
    <Form faults={faults} onSubmit={() => void save()}>
      <ChoiceField
        id="sharing-decision"
        label={say('sharing/decision')}
        faults={faults}
        value={values.decision ?? ''}
        onValue={value => drafts.change('decision', value)}
        options={decisions.map(value => ({ value, words: say(`decision/${value}`) }))}
        inline
      />
      <Which faults={faults} value={values.which} ticked={ticked} onValue={value => drafts.change('which', value)} />
      {values.decision === 'must-share' && (
        <WordsField
          id="sharing-why"
          label={say('sharing/why')}
          faults={faults}
          value={values.why ?? ''}
          onValue={value => drafts.change('why', value)}
        />
      )}
      <SaveIt busy={busy} />
      <Saving busy={busy} problem={problem} />
    </Form>
  )
}

function SentForm({ recipient, preview, onWritten, onStale }: Props) {
  const { say, language } = useApp()
  const { open } = useCase()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()) }))
  const drafts = useSharingDrafts(recipient, 'sent', usual)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const id = useRef(crypto.randomUUID())
  const { values } = drafts
  const save = async () => {
    const reading = readMoment(values.at ?? '')
    const means = sentBy.find(each => each === values.means)
    const at = reading.kind === 'at' ? reading.at : undefined
    const isToCome = at !== undefined && Date.parse(at) > Date.now()
    setFaults([
      ...(at === undefined ? [{ field: 'sharing-at', words: say('case/day-and-time') }] : []),
      ...(isToCome ? [{ field: 'sharing-at', words: say('case/still-to-come') }] : []),
      ...(means ? [] : [{ field: 'sharing-means', words: say('case/choose') }]),
    ])
    if (at === undefined || isToCome || !means || busy) return
    setBusy(true)
    const words = values.words?.trim()
    const sent: SendShared = {
      ...{ id: id.current, deviceAt: new Date().toISOString(), language, digest: preview.digest, at, means },
      ...(words ? { words } : {}),
    }
    const came = await ask('POST', `/api/cases/${open.episode}/shared/${recipient}`, sent)
    setBusy(false)
    if (!came.ok) {
      setFaults([{ words: say(came.problem === 'no-connection' ? 'case/no-answer' : 'sharing/changed') }])
      if (came.problem === 'failed') onStale()
      return
    }
    id.current = crypto.randomUUID()
    await drafts.clear()
    onWritten()
  }
  if (!drafts.ready) return null
  return (
    <Form faults={faults} onSubmit={() => void save()}>
      <WhenField
        id="sharing-at"
        label={say('sharing/sent-when')}
        faults={faults}
        value={values.at ?? ''}
        onValue={value => drafts.change('at', value)}
      />
      <SelectField
        id="sharing-means"
        label={say('sharing/sent-how')}
        faults={faults}
        value={values.means ?? ''}
        onValue={value => drafts.change('means', value)}
        options={sentBy.map(value => ({ value, words: say(`sent-by/${value}`) }))}
      />
      <WordsField
        id="sharing-sent-words"
        label={say('sharing/sent-words')}
        faults={faults}
        value={values.words ?? ''}
        onValue={value => drafts.change('words', value)}
      />
      <SaveIt busy={busy} />
      <Saving busy={busy} problem={undefined} />
    </Form>
  )
}

/** All of it where that was chosen, never by itself; else the parts that are ticked. */
function itemsOf(which: string | undefined, ticked: readonly string[]): 'all' | string[] | undefined {
  if (which === 'all') return 'all'
  return ticked.length > 0 ? [...ticked] : undefined
}

function Which({
  faults,
  value,
  ticked,
  onValue,
}: {
  faults: readonly Fault[]
  value: string | undefined
  ticked: readonly string[]
  onValue: (value: string) => void
}) {
  const { say } = useApp()
  return (
    <ChoiceField
      id="sharing-which"
      label={say('sharing/which')}
      faults={faults}
      value={value ?? (ticked.length > 0 ? 'ticked' : '')}
      onValue={onValue}
      options={[
        { value: 'all', words: say('sharing/which-all') },
        { value: 'ticked', words: say('sharing/which-ticked', { number: ticked.length }) },
      ]}
    />
  )
}

function SaveIt({ busy }: { busy: boolean }) {
  const { say } = useApp()
  return (
    <div class="case-form__buttons">
      <button type="submit" class="button" disabled={busy}>
        {say('case/save')}
      </button>
    </div>
  )
}
