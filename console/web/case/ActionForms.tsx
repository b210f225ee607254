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
import type { WriteProblem } from '../live/openCase.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import { useCase } from './CaseContext.ts'
import { ChoiceField, LineField, SelectField, WhenField, WordsField } from './CaseControls.tsx'
import { isStillToCome } from './caseFacts.ts'
import { readMoment, writtenMoment } from './readMoment.ts'
import { Saving } from './Saving.tsx'
import { useFormDrafts } from './useFormDrafts.ts'
import { useWriting } from './useWriting.ts'

interface AddProps {
  concerns: readonly CaseConcern[]
  /** What is chosen already. */
  concern?: { interview: string; id: string }
  kind?: ActionKind | undefined
  onDone: () => void
}

/** Something that is to be done: whose it usually is stands in it until another is chosen. */
export function AddAction({ concerns, concern, kind, onDone }: AddProps) {
  const { say } = useApp()
  const { journal } = useWork()
  const { open } = useCase()
  const form = useId()
  const place = `case/${open.episode}/action-${concern?.id ?? 'new'}-${kind ?? 'any'}`
  const drafts = useFormDrafts(journal, place, {
    ...(concern ? { concern: concern.id } : {}),
    ...(kind ? { kind } : {}),
  })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  const values: Readonly<Record<string, string>> = drafts.values
  const chosen = actionKinds.find(each => each === values.kind)
  const owner = actionOwners.find(each => each === values.owner) ?? (chosen && actionFacts[chosen].owner)
  const field = (name: string) => ({
    id: `${form}-${name}`,
    faults,
    value: values[name] ?? '',
    onValue: (value: string) => drafts.change(name, value),
  })
  const save = async () => {
    const reading = readMoment(values.due ?? '')
    const wrong: Fault[] = []
    if (!chosen) wrong.push({ field: `${form}-kind`, words: say('case/choose') })
    if (chosen && !owner) wrong.push({ field: `${form}-owner`, words: say('case/choose') })
    if (reading.kind === 'problem') wrong.push({ field: `${form}-due`, words: say(`problem/${reading.problem}`) })
    if (reading.kind === 'words') wrong.push({ field: `${form}-due`, words: say('case/day-and-time') })
    setFaults(wrong)
    if (!chosen || !owner || wrong.length > 0 || busy) return
    const about = concerns.find(({ id }) => id === values.concern)
    const [ownedBy, words] = [values.ownedBy?.trim(), values.words?.trim()]
    const written = await write({
      type: 'actionAdded',
      kind: chosen,
      owner,
      due: reading.kind === 'at' ? reading.at : null,
      ...(ownedBy ? { ownedBy } : {}),
      ...(about ? { concern: { interview: about.interview, concern: about.id } } : {}),
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
        <SelectField
          {...field('kind')}
          label={say('actions/kind')}
          options={actionKinds.map(value => ({ value, words: say(`action/${value}`) }))}
        />
        <SelectField
          {...field('owner')}
          value={owner ?? ''}
          label={say('actions/owner')}
          options={actionOwners.map(value => ({ value, words: say(`owner/${value}`) }))}
        />
        <LineField {...field('ownedBy')} label={say('actions/owned-by')} />
        <WhenField {...field('due')} label={say('actions/due')} hint={say('actions/due-hint')} />
        {concerns.length > 0 && (
          <ChoiceField
            {...field('concern')}
            label={say('actions/concern')}
            options={[
              ...concerns.map(({ id }, place) => ({ value: id, words: say('concerns/about', { number: place + 1 }) })),
              { value: '', words: say('actions/no-concern') },
            ]}
            inline
          />
        )}
        <WordsField {...field('words')} label={say('actions/words')} />
        <FormButtons busy={busy} problem={problem} onCancel={() => void drafts.clear().then(onDone)} />
      </Form>
    </div>
  )
}

/** What came of an action, in the past tense. */
export function EndAction({ action, onDone }: { action: Action; onDone: () => void }) {
  const { say } = useApp()
  const { journal } = useWork()
  const { open } = useCase()
  const form = useId()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()) }))
  const drafts = useFormDrafts(journal, `case/${open.episode}/outcome-${action.event}`, usual)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  const values: Readonly<Record<string, string>> = drafts.values
  const field = (name: string) => ({
    id: `${form}-${name}`,
    faults,
    value: values[name] ?? '',
    onValue: (value: string) => drafts.change(name, value),
  })
  const save = async () => {
    const reading = readMoment(values.at ?? '')
    const outcome = actionOutcomes.find(each => each === values.outcome)
    const wrong: Fault[] = []
    if (!outcome) wrong.push({ field: `${form}-outcome`, words: say('case/choose') })
    if (reading.kind !== 'at') wrong.push({ field: `${form}-at`, words: say('case/day-and-time') })
    else if (isStillToCome(reading.at, Date.now()))
      wrong.push({ field: `${form}-at`, words: say('case/still-to-come') })
    setFaults(wrong)
    if (!outcome || reading.kind !== 'at' || wrong.length > 0 || busy) return
    const words = values.words?.trim()
    const done = { type: 'actionDone', action: action.event, outcome, at: reading.at } as const
    if (!(await write({ ...done, ...(words ? { words } : {}) }))) return
    await drafts.clear()
    onDone()
  }
  if (!drafts.ready) return null
  return (
    <div class="case__form">
      <Form faults={faults} onSubmit={() => void save()}>
        <ChoiceField
          {...field('outcome')}
          label={say('actions/outcome')}
          options={actionOutcomes.map(value => ({ value, words: say(`outcome/${value}`) }))}
          inline
        />
        <WhenField {...field('at')} label={say('actions/ended-when')} hint={say('case/when-hint')} />
        <WordsField {...field('words')} label={say('actions/ended-words')} hint={say('actions/ended-words-hint')} />
        <FormButtons busy={busy} problem={problem} onCancel={() => void drafts.clear().then(onDone)} />
      </Form>
    </div>
  )
}

interface ButtonsProps {
  busy: boolean
  problem: WriteProblem | undefined
  onCancel: () => void
}

export function FormButtons({ busy, problem, onCancel }: ButtonsProps) {
  const { say } = useApp()
  return (
    <>
      <div class="case-form__buttons">
        <button type="submit" class="button" disabled={busy}>
          {say('case/save')}
        </button>
        <button type="button" class="button button--quiet" onClick={onCancel}>
          {say('field/cancel')}
        </button>
      </div>
      <Saving busy={busy} problem={problem} />
    </>
  )
}
