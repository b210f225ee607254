import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Level } from '../../../dialogs/practice/scenario/terms.ts'
import { useApp } from '../session/AppContext.ts'
import { beginAttempt } from './askPractice.ts'

const levels = ['gentle', 'usual', 'hard'] as const satisfies readonly Level[]

/** How hard it should be, and the talk itself once what comes before has been read. What a trainer asked for is chosen already. */
export function BeginForm({ scenario }: { scenario: string }) {
  const { say } = useApp()
  const { query, route } = useLocation()
  const [level, choose] = useState<Level>(levels.find(each => each === query.level) ?? 'usual')
  // Made once, so that trying again begins no other.
  const [attempt] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const begin = async () => {
    if (busy) return
    setBusy(true)
    setFailed(false)
    const { assignment } = query
    const answer = await beginAttempt({ attempt, scenario, level, ...(assignment ? { assignment } : {}) })
    if (answer.ok) return route(`/practice/${attempt}`)
    setBusy(false)
    setFailed(true)
  }
  return (
    <form
      class="before__go"
      onSubmit={event => {
        event.preventDefault()
        void begin()
      }}
    >
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{say('practice/level')}</legend>
        <div class="govuk-radios options">
          {levels.map(each => (
            <div class="govuk-radios__item" key={each}>
              <input
                class="govuk-radios__input"
                type="radio"
                name="level"
                id={`level-${each}`}
                checked={level === each}
                aria-describedby={`level-${each}-why`}
                onChange={() => choose(each)}
              />
              <label class="govuk-label govuk-radios__label" for={`level-${each}`}>
                {say(`practice/level-${each}`)}
              </label>
              <div class="govuk-hint govuk-radios__hint" id={`level-${each}-why`}>
                {say(`practice/level-${each}-why`)}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <div class="before__buttons">
        <button type="submit" class="button button--next" aria-disabled={busy}>
          {say('practice/confirm')}
        </button>
        <a class="button button--quiet" href="/practice">
          {say('practice/another')}
        </a>
        <p role="status" class="before__state">
          {busy && say('practice/beginning')}
          {failed && say('practice/not-done')}
        </p>
      </div>
    </form>
  )
}
