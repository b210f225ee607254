import { useEffect, useState } from 'preact/hooks'
import type { NoticesResponse } from '../../contract/needToKnow.ts'
import { useTry } from '../account/useTry.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import { Page } from '../shared/Page.tsx'
import { dayAndTime } from '../words/timeWords.ts'

/** For a manager: who looked at an interview or a case of the team without needing to know, and why. */
export function NoticesPage() {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  const { busy, faults, attempt } = useTry()
  const [notices, setNotices] = useState<NoticesResponse['notices']>()
  const show = (answer: NoticesResponse | undefined) => answer && setNotices(answer.notices)
  useEffect(() => void attempt(() => ask<NoticesResponse>('GET', '/api/notices')).then(show), [])
  return (
    <Page title={say('notices/title')}>
      <ErrorSummary faults={faults} />
      {notices?.length === 0 && <p class="govuk-body-l">{say('notices/none')}</p>}
      <ul class="notices">
        {notices?.map(({ id, episode, interview, hasCase, person, reason, at, until }) => (
          <li key={id} class="notices__one">
            <h2 class="govuk-heading-s">
              {say('notices/who', { name: nameOf(person), when: dayAndTime(at, language) })}
            </h2>
            <p class="notices__reason">
              <bdi>{reason}</bdi>
            </p>
            <p class="govuk-body">{say('notices/until', { when: dayAndTime(until, language) })}</p>
            <p class="notices__do">
              {interview && (
                <a class="button button--quiet" href={`/interviews/${interview}/record`}>
                  {say('notices/open')}
                </a>
              )}
              {hasCase && (
                <a class="button button--quiet" href={`/cases/${episode}`}>
                  {say('notices/open-case')}
                </a>
              )}
              <button
                type="button"
                class="button button--next"
                disabled={busy}
                onClick={() =>
                  void attempt(() => ask<NoticesResponse>('POST', `/api/notices/${id}/seen`, {})).then(show)
                }
              >
                {say('notices/seen')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
