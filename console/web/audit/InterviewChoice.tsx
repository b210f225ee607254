import { useCallback, useState } from 'preact/hooks'
import type { AuditedInterview } from '../../records/audit/auditTrail.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { askInterviews } from './askAudit.ts'
import { DidNotCome } from './DidNotCome.tsx'
import { shortNumber } from './shortNumber.ts'
import { useAsked } from './useAsked.ts'

/** Choosing an interview: from the newest, or by the number that is printed on its record. */
export function InterviewChoice() {
  const { say } = useApp()
  const [typed, setTyped] = useState('')
  const [number, setNumber] = useState<string>()
  const asked = useAsked(useCallback(() => askInterviews(number), [number]))
  const find = (event: Event) => {
    event.preventDefault()
    setNumber(typed.trim() === '' ? undefined : typed.trim())
  }
  const found = asked.state === 'here' ? (asked.value?.interviews ?? []) : []
  return (
    <section>
      <h2 class="govuk-heading-m">{say('audit/choose')}</h2>
      <form class="audit__find" onSubmit={find}>
        <div>
          <label class="govuk-label" for="audit-number">
            {say('audit/number')}
          </label>
          <div class="govuk-hint" id="audit-number-hint">
            {say('audit/number-hint')}
          </div>
          <input
            id="audit-number"
            class="govuk-input"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            maxLength={36}
            aria-describedby="audit-number-hint"
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button button--quiet">
          {say('audit/find')}
        </button>
      </form>
      {asked.state === 'failed' && <DidNotCome again={asked.again} />}
      <div role="status">
        {asked.state === 'here' && found.length === 0 && (
          <p class="empty">{say(number === undefined ? 'audit/no-interviews' : 'audit/no-such-number')}</p>
        )}
      </div>
      {found.length > 0 && <InterviewLinks interviews={found} isNewest={number === undefined} />}
    </section>
  )
}

function InterviewLinks({ interviews, isNewest }: { interviews: readonly AuditedInterview[]; isNewest: boolean }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  return (
    <>
      <p class="audit__quiet">{say(isNewest ? 'audit/newest' : 'audit/found')}</p>
      <ul class="audit__interviews">
        {interviews.map(({ id, begunAt, begunBy, team }) => (
          <li key={id}>
            <a class="audit__interview" href={`/audit/${id}`}>
              <bdi class="audit__number">{shortNumber(id)}</bdi>{' '}
              <span>{say('audit/begun', { when: dayAndTime(begunAt, language), by: nameOf(begunBy), team })}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
