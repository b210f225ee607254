import { useState } from 'preact/hooks'
import type { AssignmentsResponse } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { ask } from '../../session/ask.ts'
import { nameOf } from '../../session/usePersonName.ts'
import { Icon } from '../../shared/Icon.tsx'
import { dayAndTime, dayOnly, wholeDate } from '../../words/timeWords.ts'
import { useCohort } from './CohortContext.ts'
import type { CohortLine, OpenAssignment } from './cohortLines.ts'
import { ShareSpark } from './ShareSpark.tsx'

/** One person: what was asked of them, how often and when they practised, how it went, and their newest talks to comment on. */
export function CohortPerson({ line }: { line: CohortLine }) {
  const { say, language } = useApp()
  const { talkName } = useCohort()
  const { person, ended, lastAt, asked, done } = line
  const name = nameOf(person, say)
  const id = `person-${person.id}`
  return (
    <article class="cohort-person" aria-labelledby={id}>
      <div class="cohort-person__head">
        <h3 class="cohort-person__name" id={id}>
          <bdi>{name}</bdi>
        </h3>
        <a class="cohort-person__progress" href={`/practice/progress?${new URLSearchParams({ trainee: person.id })}`}>
          {say('cohort/progress')}
          <span class="govuk-visually-hidden">: {name}</span>
        </a>
      </div>
      <div class="cohort-person__facts">
        <p>{lastAt ? say('cohort/last', { when: dayAndTime(lastAt, language) }) : say('cohort/never')}</p>
        {lastAt && <p>{say('cohort/talks-number', { number: ended.length })}</p>}
      </div>
      <ShareSpark attempts={ended} />
      {asked.length + done.length > 0 && (
        <ul class="cohort-person__asked" aria-label={say('cohort/asked')}>
          {asked.map(each => (
            <Asked key={each.id} asked={each} name={name} />
          ))}
          {done.slice(0, 3).map(each => (
            <li key={each.id}>
              <span class="cohort-mark cohort-mark--done">
                <Icon name="tick" />
                {say('cohort/done')}
              </span>{' '}
              <a href={`/practice/${each.doneWith}/debrief`}>{talkName(each)}</a>
            </li>
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <details class="fold">
          <summary>
            {say('cohort/talks')}
            <span class="govuk-visually-hidden">: {name}</span>
          </summary>
          <ul class="cohort-person__talks">
            {ended.slice(0, mostTalks).map(attempt => (
              <li key={attempt.id}>
                <a href={`/practice/${attempt.id}/debrief`}>
                  {talkName(attempt)}, {dayOnly(attempt.beganAt, language)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

const mostTalks = 8

function Asked({ asked, name }: { asked: OpenAssignment; name: string }) {
  const { say, language } = useApp()
  const { talkName, again } = useCohort()
  const [failed, setFailed] = useState(false)
  const { due, isOverdue, level, note } = asked
  const takeBack = async () => {
    setFailed(false)
    const answer = await ask<AssignmentsResponse>('DELETE', `/api/practice/assignments/${encodeURIComponent(asked.id)}`)
    if (answer.ok) again()
    else setFailed(true)
  }
  return (
    <li>
      <span class={`cohort-mark ${isOverdue ? 'cohort-mark--overdue' : ''}`}>
        {say(isOverdue ? 'cohort/overdue' : 'cohort/waiting')}
      </span>
      <bdi>{talkName(asked)}</bdi>
      <span>{say(`practice/level-${level}`)}</span>
      {due && <span>{say('cohort/by', { date: wholeDate(due, language) })}</span>}
      <button type="button" class="text-button" onClick={() => void takeBack()}>
        {say('cohort/take-back')}
        <span class="govuk-visually-hidden">
          : {talkName(asked)}, {name}
        </span>
      </button>
      {note !== '' && (
        <span class="cohort-person__note">
          <bdi>{note}</bdi>
        </span>
      )}
      <span role="status">{failed && say('cohort/not-done')}</span>
    </li>
  )
}
