import { useState } from 'preact/hooks'
import type { Clock } from '../../casework/clocks/clocksFor.ts'
import { isStillMissing } from '../../casework/episode/caseFile.ts'
import { comesWithReview } from '../../casework/review/reviewMoments.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { ActForm } from './ActForms.tsx'
import { useCase } from './CaseContext.ts'
import { SelectField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { lateReasons } from './caseChoices.ts'
import { type ClockStep, deadlineOf, inOrder, isOpen, stepsFor } from './clockNow.ts'
import { StillMissing } from './StillMissing.tsx'
import { useCaseForm } from './useCaseForm.ts'

/** Every clock of the case: what is still to be done first. */
export function ClockList() {
  const { say } = useApp()
  const { clocks, file } = useCase()
  const ordered = inOrder(clocks)
  const open = ordered.filter(isOpen)
  const done = ordered.filter(clock => !isOpen(clock))
  return (
    <section aria-labelledby="clocks" class="case__part">
      <h2 class="govuk-heading-m" id="clocks">
        {say('case/clocks')}
      </h2>
      <StillMissing />
      {clocks.length === 0 && !isStillMissing(file) && <p class="govuk-body">{say('case/no-clocks')}</p>}
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
      {isOpen(clock) && comesWithReview(deadlineOf(id)?.metBy[0] ?? '') && (
        <p class="clocks__do no-print">
          <a class="button button--quiet" href="#review" aria-describedby={`clock-${id}`}>
            {say('case/in-review')}
          </a>
        </p>
      )}
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
  const form = useCaseForm(`late-${deadline}`, `late-${deadline}-`)
  const save = async () => {
    const reason = lateReasons.find(each => each === form.values.reason)
    form.show(reason ? [] : [{ field: 'reason', key: 'case/choose' }])
    if (!reason) return
    const words = form.values.words?.trim()
    if (await form.write({ type: 'late', deadline, reason, ...(words ? { words } : {}) })) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <SelectField
          {...form.field('reason')}
          label={say('case/late-reason')}
          options={lateReasons.map(value => ({ value, words: say(`late/${value}`) }))}
        />
        <WordsField {...form.field('words')} label={say('case/late-words')} hint={say('case/late-words-hint')} />
      </CaseForm>
    </div>
  )
}
