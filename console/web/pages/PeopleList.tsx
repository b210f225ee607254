import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Person } from '../../contract/people.ts'
import type { ChoosePerson, SessionResponse } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { secretInLink } from '../session/secretInLink.ts'
import { standing, took } from '../session/session.ts'
import { startPageOf } from '../session/startPageOf.ts'

/** People to choose from, by what they are here to do. Choosing one goes to where they begin. */
export function PeopleList({ people }: { people: readonly Person[] }) {
  const { say } = useApp()
  const { route } = useLocation()
  const [failed, setFailed] = useState(false)
  const chosen = async ({ id, role }: Person) => {
    setFailed(false)
    const body: ChoosePerson = { person: id }
    const answer = await ask<SessionResponse>('POST', '/api/session', body)
    if (!answer.ok) return setFailed(true)
    const before = standing.get()
    took(answer.value)
    // A link that was opened waits for whoever it is.
    if (secretInLink.get() !== undefined) return
    // Whoever comes back finds the page they left; another person's pages begin at their own start.
    if (!before?.away && (before?.pages.person ?? answer.value.person)?.id === id) route(startPageOf(role))
  }
  return (
    <>
      {failed && (
        <p class="govuk-error-message" role="alert">
          {say('who/failed')}
        </p>
      )}
      <ul class="people">
        {people.map(person => (
          <li key={person.id}>
            <button type="button" class="people__one" onClick={() => void chosen(person)}>
              <span class="people__role">{say(`role/${person.role}`)}</span>
              <span class="people__does">{say(`role/${person.role}-does`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
