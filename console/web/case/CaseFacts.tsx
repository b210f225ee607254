import { useState } from 'preact/hooks'
import type { Moment } from '../../casework/clocks/deadlines.ts'
import { outOfOrder } from '../../casework/episode/caseFile.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { CaseFields } from './CaseFields.tsx'
import { CaseForm } from './CaseForm.tsx'
import { bodiesOf, notifiedMoments, valuesOf, yesOrNo } from './caseFacts.ts'
import { Saving } from './Saving.tsx'
import { useCaseForm } from './useCaseForm.ts'
import { useWriting } from './useWriting.ts'

/** What is known of the episode, and the form to fill in what was left. */
export function CaseFacts() {
  const { say, language } = useApp()
  const { file } = useCase()
  const [changing, setChanging] = useState(false)
  const { facts, timed } = file
  const time = (at: string | null | undefined) =>
    at === undefined ? say('case/not-yet') : at === null ? say('case/not-known') : dayAndTime(at, language)
  const known = yesOrNo.filter(name => facts[name])
  const previous = (['days30', 'months12', 'ever'] as const).flatMap(name => {
    const count = facts.previous?.[name]
    return count === undefined ? [] : [`${say(`previous/${name}`)}: ${count}`]
  })
  const ages = (['claimed', 'assessed'] as const).flatMap(name => {
    const age = facts.ages?.[name]
    return age === undefined ? [] : [`${say(`case/age-${name}`)}: ${age}`]
  })
  const mixedUp = outOfOrder(
    Object.fromEntries(Object.entries(timed).flatMap(([name, at]) => (at ? [[name, at]] : []))),
  )
  return (
    <section aria-labelledby="facts" class="case__part">
      <h2 class="govuk-heading-m" id="facts">
        {say('case/facts')}
      </h2>
      {mixedUp.map(([first, second]) => (
        <p key={`${first}-${second}`} class="notice">
          {say('case/out-of-order', { first: momentName(first), second: momentName(second) })}
        </p>
      ))}
      {changing ? (
        <FactsForm onDone={() => setChanging(false)} />
      ) : (
        <>
          <dl class="facts">
            <Fact name={say('case/source')} value={say(`source/${file.source}`)} />
            {file.reportedByFamily !== undefined && (
              <Fact name={say('case/reported-by-family')} value={say(file.reportedByFamily ? 'case/yes' : 'case/no')} />
            )}
            {file.reference && <Fact name={say('case/reference')} value={file.reference} />}
            {notifiedMoments.map(moment => (
              <Fact key={moment} name={say(`moment/${moment}`)} value={time(timed[moment])} />
            ))}
            {known.length > 0 && (
              <Fact name={say('case/part-about')} value={known.map(name => say(`fact/${name}`)).join('; ')} />
            )}
            {file.placingAuthority && <Fact name={say('case/placing-authority')} value={file.placingAuthority} />}
            {facts.accommodation && (
              <Fact name={say('case/accommodation')} value={say(`lives/${facts.accommodation}`)} />
            )}
            {ages.length > 0 && (
              <Fact
                name={say('case/ages')}
                value={[...ages, ...(facts.ages?.disputed ? [say('case/age-disputed')] : [])].join('; ')}
              />
            )}
            {previous.length > 0 && <Fact name={say('case/previous')} value={previous.join('; ')} />}
          </dl>
          {file.state === 'open' && (
            <button type="button" class="button button--quiet no-print" onClick={() => setChanging(true)}>
              {say('case/change-facts')}
            </button>
          )}
        </>
      )}
      <Allocated />
    </section>
  )

  function momentName(moment: string) {
    return say(`moment/${moment as Moment}`)
  }
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div class="facts__one">
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  )
}

function FactsForm({ onDone }: { onDone: () => void }) {
  const { file } = useCase()
  // As it was when the form was opened: what others change meanwhile is not written back.
  const [before] = useState(() => valuesOf(file))
  const form = useCaseForm('facts', '', before)
  const save = async () => {
    const { bodies, faults } = bodiesOf(form.values, before, Date.now())
    form.show(faults)
    if (faults.length > 0) return
    if (await form.write(...bodies)) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <CaseFields values={form.values} onValue={form.change} faults={form.faults} />
      </CaseForm>
    </div>
  )
}

/** Whose it is; nobody's is the hub's to look at. */
function Allocated() {
  const { say, session } = useApp()
  const { open, file } = useCase()
  const nameOf = usePersonName()
  const { busy, problem, write } = useWriting(open)
  const people = [...new Set([...session.people.map(({ id }) => id), ...Object.keys(session.colleagues)])]
  const others = file.worker === null || people.includes(file.worker) ? people : [file.worker, ...people]
  if (file.state === 'closed') return null
  return (
    <div class="govuk-form-group case__allocated no-print">
      <label class="govuk-label" for="worker">
        {say('case/worker')}
      </label>
      <select
        class="govuk-select case-form__select"
        id="worker"
        disabled={busy}
        value={file.worker ?? ''}
        onChange={event => void write({ type: 'allocated', worker: event.currentTarget.value || null })}
      >
        <option value="">{say('desk/nobody')}</option>
        {others.map(id => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </select>
      <Saving busy={busy} problem={problem} />
    </div>
  )
}
