import { useId, useState } from 'preact/hooks'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { useApp } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import type { ConsoleKey } from '../words/ConsoleKey.ts'
import { ChoiceField, LineField, SelectField, WhenField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { type Act, type ActField, acts, bodyOf, type ChoiceWords } from './caseActs.ts'
import { writtenMoment } from './readMoment.ts'
import { useCaseForm } from './useCaseForm.ts'

interface Props {
  act: Act
  /** What is chosen already, as by the clock that led here. */
  chosen?: Readonly<Record<string, string>>
  /** What stands in its fields until it is changed. */
  usual?: Readonly<Record<string, string>>
  onDone: (event: string | undefined, body: CaseEventBody | undefined) => void
}

/** One thing that was done, written down. The time now stands in it until another is typed. */
export function ActForm({ act, chosen = {}, usual = {}, onDone }: Props) {
  const { session } = useApp()
  const [start] = useState(() => {
    const way = act === 'routed' ? session.casework?.routing.usual : undefined
    return { at: writtenMoment(new Date().toISOString()), ...(way ? { way } : {}), ...usual, ...chosen }
  })
  // The same form may be open beside a clock as well.
  const form = useCaseForm([act, ...Object.values(chosen)].join('-'), `${useId()}-`, start)
  const save = async () => {
    const made = bodyOf(act, { ...form.values, ...chosen }, Date.now())
    form.show(made.ok ? [] : made.faults)
    if (!made.ok) return
    const written = await form.write(made.body)
    if (written) onDone(written[0], made.body)
  }
  if (!form.ready) return null
  const shown: readonly ActField[] = acts[act].filter(({ name }) => !(name in chosen))
  return (
    <CaseForm form={form} onSave={save} onCancel={() => onDone(undefined, undefined)}>
      {shown.map(field => (
        <ActControl key={field.name} act={act} field={field} {...form.field(field.name)} />
      ))}
    </CaseForm>
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
  if (field.kind === 'line') return <LineField {...about} label={say(`case/field-${field.name}`)} />
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
