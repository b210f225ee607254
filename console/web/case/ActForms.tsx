import { useId, useState } from 'preact/hooks'
import type { CaseEventBody } from '../../contract.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import type { ConsoleKey } from '../words/ConsoleKey.ts'
import { useCase } from './CaseContext.ts'
import { ChoiceField, SelectField, WhenField, WordsField } from './CaseControls.tsx'
import { type Act, type ActField, acts, bodyOf, type ChoiceWords } from './caseActs.ts'
import { writtenMoment } from './readMoment.ts'
import { Saving } from './Saving.tsx'
import { useFormDrafts } from './useFormDrafts.ts'
import { useWriting } from './useWriting.ts'

interface Props {
  act: Act
  /** What is chosen already, as by the clock that led here. */
  chosen?: Readonly<Record<string, string>>
  onDone: (event: string | undefined, body: CaseEventBody | undefined) => void
}

/** One thing that was done, written down. The time now stands in it until another is typed. */
export function ActForm({ act, chosen = {}, onDone }: Props) {
  const { say } = useApp()
  const { journal } = useWork()
  const { open } = useCase()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()), ...chosen }))
  const drafts = useFormDrafts(journal, `case/${open.episode}/${[act, ...Object.values(chosen)].join('-')}`, usual)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  // The same form may be open beside a clock as well.
  const form = useId()
  const idOf = (name: string) => `${form}-${name}`
  const save = async () => {
    const made = bodyOf(act, { ...drafts.values, ...chosen }, Date.now())
    setFaults(made.ok ? [] : made.faults.map(({ field, key }) => ({ field: idOf(field), words: say(key) })))
    if (!made.ok || busy) return
    const written = await write(made.body)
    if (!written) return
    await drafts.clear()
    onDone(written[0], made.body)
  }
  if (!drafts.ready) return null
  const shown: readonly ActField[] = acts[act].filter(({ name }) => !(name in chosen))
  return (
    <Form faults={faults} onSubmit={() => void save()}>
      {shown.map(field => (
        <ActControl
          key={field.name}
          act={act}
          field={field}
          id={idOf(field.name)}
          value={drafts.values[field.name] ?? ''}
          onValue={value => drafts.change(field.name, value)}
          faults={faults}
        />
      ))}
      <div class="case-form__buttons">
        <button type="submit" class="button" disabled={busy}>
          {say('case/save')}
        </button>
        <button
          type="button"
          class="button button--quiet"
          onClick={() => void drafts.clear().then(() => onDone(undefined, undefined))}
        >
          {say('field/cancel')}
        </button>
      </div>
      <Saving busy={busy} problem={problem} />
    </Form>
  )
}

interface ControlProps {
  act: Act
  field: ActField
  id: string
  value: string
  onValue: (value: string) => void
  faults: readonly Fault[]
}

function ActControl({ act, field, ...about }: ControlProps) {
  const { say } = useApp()
  if (field.kind === 'when') return <WhenField {...about} label={say('case/when')} hint={say('case/when-hint')} />
  if (field.kind === 'words') return <WordsField {...about} label={say(wordsLabels[act] ?? 'case/words')} />
  const options = field.options.map(value => ({ value, words: say(keyOf(field.words, value)) }))
  const label = say(`case/field-${field.name as 'means'}`)
  return options.length > 8 ? (
    <SelectField {...about} label={label} options={options} />
  ) : (
    <ChoiceField {...about} label={label} options={options} inline />
  )
}

const wordsLabels: Partial<Record<Act, ConsoleKey>> = {
  declined: 'case/words-declined',
  parentInformation: 'case/words-parent',
  notOffered: 'case/words-not-offered',
}

/** The words of an option. Each is one of a closed set, of whose words a test knows. */
const keyOf = (words: ChoiceWords, value: string) => `${words}/${value}` as ConsoleKey
