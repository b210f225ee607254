import { useState } from 'preact/hooks'
import type { CalendarResponse } from '../../contract/calendar.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { wholeDate } from '../words/timeWords.ts'

/** What comes round by the calendar, whatever happens to any one child. Asked for when it is opened. */
export function StandingDates() {
  const { say, language } = useApp()
  const [dates, setDates] = useState<CalendarResponse['dates']>()
  const [failed, setFailed] = useState(false)
  const read = async () => {
    const came = await ask<CalendarResponse>('GET', '/api/calendar')
    setFailed(!came.ok)
    if (came.ok) setDates(came.value.dates)
  }
  return (
    <details class="fold no-print" onToggle={event => event.currentTarget.open && void read()}>
      <summary>{say('calendar/title')}</summary>
      <p class="govuk-body">{say('calendar/what-it-is')}</p>
      {failed && (
        <p class="notice" role="alert">
          {say('sharing/did-not-come')}
        </p>
      )}
      {!dates && !failed && <p role="status">{say('room/fetching')}</p>}
      <dl class="standing">
        {dates?.map(({ id, on }) => (
          <div key={id} class="standing__one">
            <dt>{say(`standing/${id as 'DL-19'}`)}</dt>
            <dd>
              <bdi>{on === null ? say('calendar/no-day') : wholeDate(on, language)}</bdi>
              {' · '}
              {say(`standing-who/${id as 'DL-19'}`)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
