import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { seesInterviews } from '../../casework/roles.ts'
import type { Person } from '../../contract.ts'
import { useApp } from '../session/AppContext.ts'

/** People to choose from, by what they are here to do. Choosing one goes to the interviews. */
export function PeopleList({ people }: { people: readonly Person[] }) {
  const { say, choose } = useApp()
  const { route } = useLocation()
  const [failed, setFailed] = useState(false)
  const chosen = async (person: string) => {
    setFailed(false)
    try {
      await choose(person)
      route('/interviews')
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      {failed && (
        <p class="govuk-error-message" role="alert">
          {say('who/failed')}
        </p>
      )}
      <ul class="people">
        {people.map(({ id, role }) => (
          <li key={id}>
            <button type="button" class="people__one" onClick={() => void chosen(id)}>
              <span class="people__role">{say(`role/${role}`)}</span>
              <span class="people__does">{say(`role/${role}-does`)}</span>
              {!seesInterviews(role) && <span class="people__not-yet">{say('who/not-yet')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
