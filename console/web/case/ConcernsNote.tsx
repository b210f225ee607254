import { useId, useState } from 'preact/hooks'
import type { CaseConcern } from '../../casework/actions/concernsOf.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import { FormButtons } from './ActionForms.tsx'
import { useCase } from './CaseContext.ts'
import { ChoiceField, LineField, WhenField, WordsField } from './CaseControls.tsx'
import { isStillToCome } from './caseFacts.ts'
import { readMoment, writtenMoment } from './readMoment.ts'
import { useFormDrafts } from './useFormDrafts.ts'
import { useWriting } from './useWriting.ts'

const childTold = ['told', 'not-safe', 'not-yet'] as const

/** Who was told of a concern, when, and whether the young person was: where telling was not safe, why. */
export function NoteConcern({ concern, onDone }: { concern: CaseConcern; onDone: () => void }) {
  const { say } = useApp()
  const { journal } = useWork()
  const { open } = useCase()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()) }))
  const drafts = useFormDrafts(journal, `case/${open.episode}/note-${concern.id}`, usual)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  const form = useId()
  const values: Readonly<Record<string, string>> = drafts.values
  const field = (name: string) => ({
    id: `${form}-${name}`,
    faults,
    value: values[name] ?? '',
    onValue: (value: string) => drafts.change(name, value),
  })
  const save = async () => {
    const reading = readMoment(values.at ?? '')
    const told = childTold.find(each => each === values.childTold)
    const [toldTo, words] = [values.toldTo?.trim(), values.words?.trim()]
    const wrong: Fault[] = []
    if (reading.kind !== 'at') wrong.push({ field: `${form}-at`, words: say('case/day-and-time') })
    else if (isStillToCome(reading.at, Date.now()))
      wrong.push({ field: `${form}-at`, words: say('case/still-to-come') })
    if (!told) wrong.push({ field: `${form}-childTold`, words: say('case/choose') })
    if (told === 'not-safe' && !words) wrong.push({ field: `${form}-words`, words: say('concerns/why-not-needed') })
    setFaults(wrong)
    if (wrong.length > 0 || reading.kind !== 'at' || !told || busy) return
    const { interview, id } = concern
    const written = await write({
      type: 'concernNoted',
      interview,
      concern: id,
      at: reading.at,
      childTold: told,
      ...(toldTo ? { toldTo } : {}),
      ...(words ? { words } : {}),
    })
    if (!written) return
    await drafts.clear()
    onDone()
  }
  if (!drafts.ready) return null
  return (
    <div class="case__form">
      <Form faults={faults} onSubmit={() => void save()}>
        <LineField {...field('toldTo')} label={say('concerns/note-who')} hint={say('concerns/note-who-hint')} />
        <WhenField {...field('at')} label={say('concerns/note-when')} hint={say('case/when-hint')} />
        <ChoiceField
          {...field('childTold')}
          label={say('concerns/child')}
          options={childTold.map(value => ({ value, words: say(`child-told/${value}`) }))}
        />
        {values.childTold !== undefined && values.childTold !== 'told' && (
          <WordsField {...field('words')} label={say('concerns/why-not')} />
        )}
        <FormButtons busy={busy} problem={problem} onCancel={() => void drafts.clear().then(onDone)} />
      </Form>
    </div>
  )
}
