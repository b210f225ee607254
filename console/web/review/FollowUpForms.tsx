import { useId } from 'preact/hooks'
import { type ActionKind, actionFacts } from '../../casework/actions/actionKinds.ts'
import type { LocalService } from '../../casework/localSettings.ts'
import { wantsMore } from '../../casework/review/reviewChoices.ts'
import { ChoiceField, LineField, SelectField, WhenField, WordsField } from '../case/CaseControls.tsx'
import { CaseForm } from '../case/CaseForm.tsx'
import { means } from '../case/caseChoices.ts'
import type { FactFault } from '../case/caseFacts.ts'
import { readMoment } from '../case/readMoment.ts'
import { useCaseForm } from '../case/useCaseForm.ts'
import { useApp } from '../session/AppContext.ts'
import { ReviewForm } from './ReviewForm.tsx'
import { heldBy } from './reviewForms.ts'

interface ArrangeProps {
  kind: ActionKind
  services: readonly LocalService[]
  onDone: () => void
}

/** Help that is arranged: by when, with whom, and by which service. It is on the list of what is to be done as well. */
export function Arrange({ kind, services, onDone }: ArrangeProps) {
  const { say } = useApp()
  const form = useCaseForm(`arrange-${kind}`, `${useId()}-`)
  const { values } = form
  const save = async () => {
    const due = readMoment(values.due ?? '')
    const service = (values.service === 'other' ? values.serviceName : values.service)?.trim()
    const wrong: FactFault[] = []
    if (due.kind === 'problem') wrong.push({ field: 'due', key: `problem/${due.problem}` })
    // A contact that has no day is one that nobody misses.
    if (due.kind === 'words' || (due.kind === 'none' && kind === 'follow-up-contact'))
      wrong.push({ field: 'due', key: 'case/day-and-time' })
    if (values.service === 'other' && !service) wrong.push({ field: 'serviceName', key: 'review/write' })
    form.show(wrong)
    if (wrong.length > 0) return
    const [ownedBy, words] = [values.ownedBy?.trim(), values.words?.trim()]
    const written = await form.write({
      type: 'actionAdded',
      kind,
      owner: service ? 'other' : actionFacts[kind].owner,
      due: due.kind === 'at' ? due.at : null,
      ...(ownedBy ? { ownedBy } : {}),
      ...(service ? { service } : {}),
      ...(words ? { words } : {}),
    })
    if (written) onDone()
  }
  if (!form.ready) return null
  return (
    <CaseForm form={form} onSave={save} onCancel={onDone}>
      <WhenField {...form.field('due')} label={say('follow/when')} hint={say('follow/when-hint')} />
      <LineField {...form.field('ownedBy')} label={say('follow/with')} hint={say('follow/with-hint')} />
      <SelectField
        {...form.field('service')}
        label={say('follow/service')}
        hint={say('follow/service-hint')}
        options={[
          ...services.map(({ name, lastChecked }) => ({
            value: name,
            words: lastChecked === null ? say('follow/service-unverified', { name }) : name,
          })),
          { value: 'other', words: say('follow/service-other') },
        ]}
      />
      {values.service === 'other' && <LineField {...form.field('serviceName')} label={say('follow/service-name')} />}
      <WordsField {...form.field('words')} label={say('actions/words')} />
    </CaseForm>
  )
}

/** What came of it: when, how, with whom, how they are, and whether they would like more. */
export function HoldFollowUp({ action, onDone }: { action: string; onDone: () => void }) {
  const { say } = useApp()
  return (
    <section class="case__form" aria-label={say('follow/held')}>
      <ReviewForm place={`held-${action}`} make={(values, now) => heldBy(values, now, action)} onDone={onDone}>
        {form => (
          <>
            <WhenField {...form.field('at')} label={say('case/when')} hint={say('case/when-hint')} />
            <ChoiceField
              {...form.field('means')}
              label={say('case/field-means')}
              options={means.map(value => ({ value, words: say(`means/${value}`) }))}
              inline
            />
            <ChoiceField
              {...form.field('sameWorker')}
              label={say('follow/who-asked')}
              options={[
                { value: 'yes', words: say('follow/same-worker') },
                { value: 'no', words: say('follow/other-worker') },
              ]}
              inline
            />
            {form.values.sameWorker === 'no' && (
              <LineField {...form.field('who')} label={say('follow/who')} hint={say('follow/who-hint')} />
            )}
            <WordsField {...form.field('howTheyAre')} label={say('follow/how-they-are')} />
            <ChoiceField
              {...form.field('wantsMore')}
              label={say('follow/wants-more')}
              options={wantsMore.map(value => ({ value, words: say(`wants-more/${value}`) }))}
              inline
            />
            <WordsField {...form.field('words')} label={say('case/words')} />
          </>
        )}
      </ReviewForm>
    </section>
  )
}
