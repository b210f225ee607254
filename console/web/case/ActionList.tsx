import { useRef, useState } from 'preact/hooks'
import { type Action, openActions } from '../../casework/actions/actions.ts'
import type { CaseConcern } from '../../casework/actions/concernsOf.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { AddAction, EndAction } from './ActionForms.tsx'
import { useCase } from './CaseContext.ts'
import { Saving } from './Saving.tsx'
import { useWriting } from './useWriting.ts'

/** What is to be done, what is due first on top, and what came of the rest. */
export function ActionList({ concerns }: { concerns: readonly CaseConcern[] }) {
  const { say } = useApp()
  const { file } = useCase()
  const [adding, setAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const ended = file.actions.filter(action => action.ended !== undefined)
  return (
    <section aria-labelledby="actions">
      <h3 class="govuk-heading-s" id="actions">
        {say('actions/title')}
      </h3>
      {file.actions.length === 0 && <p class="govuk-body">{say('actions/none')}</p>}
      <ul class="clocks">
        {openActions(file.actions).map(action => (
          <OneAction key={action.event} action={action} concerns={concerns} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details class="fold">
          <summary>{say('actions/ended', { number: ended.length })}</summary>
          <ul class="clocks">
            {ended.map(action => (
              <OneAction key={action.event} action={action} concerns={concerns} />
            ))}
          </ul>
        </details>
      )}
      {file.state === 'open' && (
        <button
          type="button"
          class="button no-print concerns__add"
          ref={add}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {say('actions/add')}
        </button>
      )}
      {adding && (
        <AddAction
          concerns={concerns}
          onDone={() => {
            setAdding(false)
            add.current?.focus()
          }}
        />
      )}
    </section>
  )
}

function OneAction({ action, concerns }: { action: Action; concerns: readonly CaseConcern[] }) {
  const { say, language } = useApp()
  const { file, open, now } = useCase()
  const nameOf = usePersonName()
  const { busy, problem, write } = useWriting(open)
  const [ending, setEnding] = useState(false)
  const { event, kind, owner, ownedBy, service, due, concern, words, ended, writtenBy, addedAt } = action
  const number = concern
    ? concerns.findIndex(each => each.id === concern.concern && each.interview === concern.interview) + 1
    : 0
  return (
    <li class="clocks__one" data-action={kind}>
      <h4 class="clocks__name" id={`action-${event}`}>
        {say(`action/${kind}`)}
      </h4>
      <p class="clocks__state">
        {ended ? (
          <span class={`clock-state clock-state--${ended.outcome === 'done' ? 'met' : 'not-applicable'}`}>
            {say(`outcome/${ended.outcome}`)}, {dayAndTime(ended.at, language)}
          </span>
        ) : due === null ? (
          say('actions/no-due')
        ) : (
          <>
            {say('actions/due-at', { when: dayAndTime(due, language) })} <DueWords due={due} now={now} />
          </>
        )}
      </p>
      <p class="concerns__from">
        {say(`owner/${owner}`)}
        {ownedBy && (
          <>
            {' '}
            (<bdi>{ownedBy}</bdi>)
          </>
        )}
        {service && (
          <>
            {' · '}
            <bdi>{service}</bdi>
          </>
        )}
        {number > 0 && ` · ${say('concerns/about', { number })}`} ·{' '}
        {say('case/by', { who: nameOf(writtenBy), when: dayAndTime(addedAt, language) })}
      </p>
      {words && <p dir="auto">{words}</p>}
      {ended?.words && <p dir="auto">{ended.words}</p>}
      {file.state === 'open' && (
        <div class="clocks__do no-print">
          {!ended && (
            <button
              type="button"
              class="button button--quiet"
              aria-expanded={ending}
              aria-describedby={`action-${event}`}
              onClick={() => setEnding(!ending)}
            >
              {say('actions/end')}
            </button>
          )}
          <button
            type="button"
            class="text-button"
            disabled={busy}
            aria-describedby={`action-${event}`}
            onClick={() => void write({ type: 'withdrawn', event: ended?.event ?? event })}
          >
            {say(ended ? 'actions/take-back-outcome' : 'actions/take-back')}
          </button>
        </div>
      )}
      <Saving busy={busy} problem={problem} />
      {ending && <EndAction action={action} onDone={() => setEnding(false)} />}
    </li>
  )
}
