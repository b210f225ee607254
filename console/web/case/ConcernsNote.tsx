import { useId, useState } from 'preact/hooks'
import type { CaseConcern } from '../../casework/actions/concernsOf.ts'
import { useApp } from '../session/AppContext.ts'
import { ChoiceField, LineField, WhenField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { type FactFault, isStillToCome } from './caseFacts.ts'
import { readMoment, writtenMoment } from './readMoment.ts'
import { useCaseForm } from './useCaseForm.ts'

const childTold = ['told', 'not-safe', 'not-yet'] as const

/** Who was told of a concern, when, and whether the young person was: where telling was not safe, why. */
export function NoteConcern({ concern, onDone }: { concern: CaseConcern; onDone: () => void }) {
  const { say } = useApp()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()) }))
  const form = useCaseForm(`note-${concern.id}`, `${useId()}-`, usual)
  const { values } = form
  const save = async () => {
    const reading = readMoment(values.at ?? '')
    const told = childTold.find(each => each === values.childTold)
    const [toldTo, words] = [values.toldTo?.trim(), values.words?.trim()]
    const wrong: FactFault[] = []
    if (reading.kind !== 'at') wrong.push({ field: 'at', key: 'case/day-and-time' })
    else if (isStillToCome(reading.at, Date.now())) wrong.push({ field: 'at', key: 'case/still-to-come' })
    if (!told) wrong.push({ field: 'childTold', key: 'case/choose' })
    if (told === 'not-safe' && !words) wrong.push({ field: 'words', key: 'concerns/why-not-needed' })
    form.show(wrong)
    if (wrong.length > 0 || reading.kind !== 'at' || !told) return
    const { interview, id } = concern
    const written = await form.write({
      type: 'concernNoted',
      interview,
      concern: id,
      at: reading.at,
      childTold: told,
      ...(toldTo ? { toldTo } : {}),
      ...(words ? { words } : {}),
    })
    if (written) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <LineField {...form.field('toldTo')} label={say('concerns/note-who')} hint={say('concerns/note-who-hint')} />
        <WhenField {...form.field('at')} label={say('concerns/note-when')} hint={say('case/when-hint')} />
        <ChoiceField
          {...form.field('childTold')}
          label={say('concerns/child')}
          options={childTold.map(value => ({ value, words: say(`child-told/${value}`) }))}
        />
        {values.childTold !== undefined && values.childTold !== 'told' && (
          <WordsField {...form.field('words')} label={say('concerns/why-not')} />
        )}
      </CaseForm>
    </div>
  )
}
