import { useState } from 'preact/hooks'
import type { Clock } from '../../casework/clocks/clocksFor.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp, useWork } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { Form } from '../shared/Form.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { ActForm } from './ActForms.tsx'
import { useCase } from './CaseContext.ts'
import { SelectField, WordsField } from './CaseControls.tsx'
import { lateReasons } from './caseChoices.ts'
import { type ClockStep, deadlineOf, inOrder, isOpen, stepsFor } from './clockNow.ts'
import { Saving } from './Saving.tsx'
import { useFormDrafts } from './useFormDrafts.ts'
import { useWriting } from './useWriting.ts'

/** Every clock of the case: what is still to be done first. */
export function ClockList() {
  const { say } = useApp()
  const { clocks } = useCase()
  const ordered = inOrder(clocks)
  const open = ordered.filter(isOpen)
  const done = ordered.filter(clock => !isOpen(clock))
  return (
    <section aria-labelledby="clocks" class="case__part">
      <h2 class="govuk-heading-m" id="clocks">
        {say('case/clocks')}
      </h2>
      {clocks.length === 0 && <p class="govuk-body">{say('case/no-clocks')}</p>}
      {clocks.length > 0 && open.length === 0 && <p class="govuk-body">{say('case/nothing-due')}</p>}
      <ul class="clocks">
        {open.map(clock => (
          <ClockItem key={clock.id} clock={clock} />
        ))}
      </ul>
      {done.length > 0 && (
        <details class="fold">
          <summary>{say('case/done-clocks', { number: done.length })}</summary>
          <ul class="clocks">
            {done.map(clock => (
              <ClockItem key={clock.id} clock={clock} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ClockItem({ clock }: { clock: Clock }) {
  const { say, language } = useApp()
  const { file, now } = useCase()
  const [doing, setDoing] = useState<ClockStep>()
  const { id, due, otherDue, notBefore, met, state, from, since, who } = clock
  const time = (at: string) => dayAndTime(at, language)
  const left = file.state === 'open' && isOpen(clock) ? stepsFor(clock, file) : []
  const isCounting = isOpen(clock) && due !== null
  const isLate = state === 'late' || state === 'justified'
  return (
    <li class="clocks__one" data-clock={id}>
      <h3 class="clocks__name" id={`clock-${id}`}>
        {say(`clock/${id as 'DL-01'}`)}
      </h3>
      <p class="clocks__state">
        {isCounting && <DueWords due={due} now={now} />}{' '}
        {(!isCounting || state === 'justified') && (
          <span class={`clock-state clock-state--${state}`}>{say(`clock-state/${state}`)}</span>
        )}
      </p>
      <dl class="clocks__facts">
        <Fact name={say('case/from')} value={`${say(`moment/${from}`)}, ${time(since)}`} />
        <Fact name={say('case/due')} value={due === null ? say('case/no-time-named') : time(due)} />
        {otherDue !== undefined && otherDue !== null && otherDue !== due && (
          <Fact name={say('case/other-reading')} value={time(otherDue)} />
        )}
        {notBefore !== undefined && <Fact name={say('case/not-before')} value={time(notBefore)} />}
        {met !== undefined && <Fact name={say('case/met')} value={time(met)} />}
        <Fact name={say('case/whose')} value={say(`whose/${who}`)} />
        <Fact name={say('case/guidance')} value={(deadlineOf(id)?.sources ?? []).join(', ')} />
      </dl>
      {isLate && <Lateness clock={clock} />}
      {left.length > 0 && (
        <div class="clocks__do no-print">
          {left.map(step => (
            <button
              key={step.moment}
              type="button"
              class="button button--quiet"
              aria-expanded={doing?.moment === step.moment}
              aria-describedby={`clock-${id}`}
              onClick={() => setDoing(doing?.moment === step.moment ? undefined : step)}
            >
              {say('case/say-done', { what: say(`moment/${step.moment}`) })}
            </button>
          ))}
        </div>
      )}
      {doing && (
        <div class="case__form">
          <ActForm key={doing.moment} act={doing.act} chosen={doing.chosen} onDone={() => setDoing(undefined)} />
        </div>
      )}
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Why it is late; with the young person's own words it is justified. */
function Lateness({ clock: { id } }: { clock: Clock }) {
  const { say } = useApp()
  const { file } = useCase()
  const [writing, setWriting] = useState(false)
  const why = file.lateness[id]
  return (
    <div class="clocks__late">
      {why && (
        <p class="govuk-body">
          {say('case/late-because', { reason: say(`late/${why.reason}`) })}
          {why.theirWords && <q dir="auto">{why.theirWords}</q>}
        </p>
      )}
      {!writing && (
        <button
          type="button"
          class="button button--quiet no-print"
          aria-describedby={`clock-${id}`}
          onClick={() => setWriting(true)}
        >
          {say(why ? 'case/late-change' : 'case/late-say')}
        </button>
      )}
      {writing && <LateForm deadline={id} onDone={() => setWriting(false)} />}
    </div>
  )
}

function LateForm({ deadline, onDone }: { deadline: string; onDone: () => void }) {
  const { say } = useApp()
  const { journal } = useWork()
  const { open } = useCase()
  const drafts = useFormDrafts(journal, `case/${open.episode}/late-${deadline}`, {})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { busy, problem, write } = useWriting(open)
  const [reasonId, wordsId] = [`late-${deadline}-reason`, `late-${deadline}-words`]
  const save = async () => {
    const reason = lateReasons.find(each => each === drafts.values.reason)
    setFaults(reason ? [] : [{ field: reasonId, words: say('case/choose') }])
    if (!reason) return
    const words = drafts.values.words?.trim()
    if (!(await write({ type: 'late', deadline, reason, ...(words ? { words } : {}) }))) return
    await drafts.clear()
    onDone()
  }
  if (!drafts.ready) return null
  return (
    <div class="case__form">
      <Form faults={faults} onSubmit={() => void save()}>
        <SelectField
          id={reasonId}
          label={say('case/late-reason')}
          faults={faults}
          value={drafts.values.reason ?? ''}
          onValue={value => drafts.change('reason', value)}
          options={lateReasons.map(value => ({ value, words: say(`late/${value}`) }))}
        />
        <WordsField
          id={wordsId}
          label={say('case/late-words')}
          hint={say('case/late-words-hint')}
          faults={faults}
          value={drafts.values.words ?? ''}
          onValue={value => drafts.change('words', value)}
        />
        <div class="case-form__buttons">
          <button type="submit" class="button" disabled={busy}>
            {say('case/save')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => void drafts.clear().then(onDone)}>
            {say('field/cancel')}
          </button>
        </div>
        <Saving busy={busy} problem={problem} />
      </Form>
    </div>
  )
}
