import { useEffect, useMemo, useState } from 'preact/hooks'
import { beginFor } from '../live/beginFor.ts'
import { openList } from '../live/openList.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { Saving } from './Saving.tsx'
import { useWriting } from './useWriting.ts'

/** The interviews that cover the episode: to begin one, to go to it, or to let one that is open cover this episode too. */
export function CaseInterviews() {
  const { say, language } = useApp()
  const { journal } = useWork()
  const { open, file, interviews } = useCase()
  const [covering, setCovering] = useState(false)
  return (
    <section aria-labelledby="interview" class="case__part">
      <h2 class="govuk-heading-m" id="interview">
        {say('case/interview')}
      </h2>
      {file.interviews.length === 0 && <p class="govuk-body">{say('case/no-interview')}</p>}
      <ul class="case__interviews">
        {file.interviews.map(id => {
          const about = interviews.find(({ interview }) => interview === id)
          const isGoing = about?.state === 'open' || about?.state === 'paused'
          return (
            <li key={id}>
              <a href={isGoing ? `/interviews/${id}` : `/interviews/${id}/record`}>
                {say(isGoing ? 'case/go-to-interview' : 'case/see-record')}
              </a>{' '}
              {about && <span class="topic-state topic-state--some-left">{say(`state/${about.state}`)}</span>}{' '}
              {about?.held && <span>{say('case/held', { when: dayAndTime(about.held, language) })}</span>}
            </li>
          )
        })}
      </ul>
      {file.state === 'open' && (
        <div class="case-form__buttons no-print">
          <button type="button" class="button" onClick={() => void beginFor(journal, open.episode, file.calledAs)}>
            {say('list/begin')}
          </button>
          <button
            type="button"
            class="button button--quiet"
            aria-expanded={covering}
            onClick={() => setCovering(!covering)}
          >
            {say('case/cover')}
          </button>
        </div>
      )}
      {covering && <Cover onDone={() => setCovering(false)} />}
    </section>
  )
}

/** Interviews that are open, to choose the one that covers this episode as well. */
function Cover({ onDone }: { onDone: () => void }) {
  const { say, language } = useApp()
  const { connection, journal } = useWork()
  const { open, file } = useCase()
  const { busy, problem, write } = useWriting(open)
  const list = useMemo(() => openList(connection, journal), [connection, journal])
  useEffect(() => list.close, [list])
  const { interviews } = useObserved(list.state)
  const [chosen, choose] = useState('')
  const going = interviews.filter(
    ({ id, state }) => (state === 'open' || state === 'paused') && !file.interviews.includes(id),
  )
  if (going.length === 0) return <p class="govuk-body">{say('case/none-to-cover')}</p>
  return (
    <div class="case__form">
      <div class="govuk-form-group">
        <label class="govuk-label" for="cover">
          {say('case/cover-which')}
        </label>
        <div class="govuk-hint" id="cover-hint">
          {say('case/cover-hint')}
        </div>
        <select
          class="govuk-select case-form__select"
          id="cover"
          aria-describedby="cover-hint"
          value={chosen}
          onChange={event => choose(event.currentTarget.value)}
        >
          <option value="">{say('case/choose-one')}</option>
          {going.map(({ id, knownAs, openedAt }) => (
            <option key={id} value={id}>
              {`${knownAs ?? say('list/not-named')}, ${dayAndTime(openedAt, language)}`}
            </option>
          ))}
        </select>
      </div>
      <div class="case-form__buttons">
        <button
          type="button"
          class="button"
          disabled={busy || chosen === ''}
          onClick={() => void write({ type: 'covered', interview: chosen }).then(written => written && onDone())}
        >
          {say('case/save')}
        </button>
      </div>
      <Saving busy={busy} problem={problem} />
    </div>
  )
}
