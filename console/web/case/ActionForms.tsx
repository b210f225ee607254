import { useId, useState } from 'preact/hooks'
import {
  type ActionKind,
  actionFacts,
  actionKinds,
  actionOutcomes,
  actionOwners,
} from '../../casework/actions/actionKinds.ts'
import type { Action } from '../../casework/actions/actions.ts'
import type { CaseConcern } from '../../casework/actions/concernsOf.ts'
import { useApp } from '../session/AppContext.ts'
import { ChoiceField, LineField, SelectField, WhenField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { type FactFault, isStillToCome } from './caseFacts.ts'
import { readMoment, writtenMoment } from './readMoment.ts'
import { useCaseForm } from './useCaseForm.ts'

interface AddProps {
  concerns: readonly CaseConcern[]
  /** What is chosen already. */
  concern?: { interview: string; id: string }
  kind?: ActionKind | undefined
  /** The line of the balance it answers. */
  fromLine?: string
  onDone: () => void
}

/** Something that is to be done: whose it usually is stands in it until another is chosen. */
export function AddAction({ concerns, concern, kind, fromLine, onDone }: AddProps) {
  const { say } = useApp()
  const form = useCaseForm(`action-${concern?.id ?? fromLine ?? 'new'}-${kind ?? 'any'}`, `${useId()}-`, {
    ...(concern ? { concern: concern.id } : {}),
    ...(kind ? { kind } : {}),
  })
  const { values } = form
  const chosen = actionKinds.find(each => each === values.kind)
  const owner = actionOwners.find(each => each === values.owner) ?? (chosen && actionFacts[chosen].owner)
  const save = async () => {
    const reading = readMoment(values.due ?? '')
    const wrong: FactFault[] = []
    if (!chosen) wrong.push({ field: 'kind', key: 'case/choose' })
    if (chosen && !owner) wrong.push({ field: 'owner', key: 'case/choose' })
    if (reading.kind === 'problem') wrong.push({ field: 'due', key: `problem/${reading.problem}` })
    if (reading.kind === 'words') wrong.push({ field: 'due', key: 'case/day-and-time' })
    form.show(wrong)
    if (!chosen || !owner || wrong.length > 0) return
    const about = concerns.find(({ id }) => id === values.concern)
    const [ownedBy, words] = [values.ownedBy?.trim(), values.words?.trim()]
    const written = await form.write({
      type: 'actionAdded',
      kind: chosen,
      owner,
      due: reading.kind === 'at' ? reading.at : null,
      ...(ownedBy ? { ownedBy } : {}),
      ...(about ? { concern: { interview: about.interview, concern: about.id } } : {}),
      ...(fromLine === undefined ? {} : { fromLine }),
      ...(words ? { words } : {}),
    })
    if (written) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <SelectField
          {...form.field('kind')}
          label={say('actions/kind')}
          options={actionKinds.map(value => ({ value, words: say(`action/${value}`) }))}
        />
        <SelectField
          {...form.field('owner')}
          value={owner ?? ''}
          label={say('actions/owner')}
          options={actionOwners.map(value => ({ value, words: say(`owner/${value}`) }))}
        />
        <LineField {...form.field('ownedBy')} label={say('actions/owned-by')} />
        <WhenField {...form.field('due')} label={say('actions/due')} hint={say('actions/due-hint')} />
        {concerns.length > 0 && (
          <ChoiceField
            {...form.field('concern')}
            label={say('actions/concern')}
            options={[
              ...concerns.map(({ id }, place) => ({ value: id, words: say('concerns/about', { number: place + 1 }) })),
              { value: '', words: say('actions/no-concern') },
            ]}
            inline
          />
        )}
        <WordsField {...form.field('words')} label={say('actions/words')} />
      </CaseForm>
    </div>
  )
}

/** What came of an action, in the past tense. */
export function EndAction({ action, onDone }: { action: Action; onDone: () => void }) {
  const { say } = useApp()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()) }))
  const form = useCaseForm(`outcome-${action.event}`, `${useId()}-`, usual)
  const { values } = form
  const save = async () => {
    const reading = readMoment(values.at ?? '')
    const outcome = actionOutcomes.find(each => each === values.outcome)
    const wrong: FactFault[] = []
    if (!outcome) wrong.push({ field: 'outcome', key: 'case/choose' })
    if (reading.kind !== 'at') wrong.push({ field: 'at', key: 'case/day-and-time' })
    else if (isStillToCome(reading.at, Date.now())) wrong.push({ field: 'at', key: 'case/still-to-come' })
    form.show(wrong)
    if (!outcome || reading.kind !== 'at' || wrong.length > 0) return
    const words = values.words?.trim()
    const done = { type: 'actionDone', action: action.event, outcome, at: reading.at } as const
    if (await form.write({ ...done, ...(words ? { words } : {}) })) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <ChoiceField
          {...form.field('outcome')}
          label={say('actions/outcome')}
          options={actionOutcomes.map(value => ({ value, words: say(`outcome/${value}`) }))}
          inline
        />
        <WhenField {...form.field('at')} label={say('actions/ended-when')} hint={say('case/when-hint')} />
        <WordsField
          {...form.field('words')}
          label={say('actions/ended-words')}
          hint={say('actions/ended-words-hint')}
        />
      </CaseForm>
    </div>
  )
}
