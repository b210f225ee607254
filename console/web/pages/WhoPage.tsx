import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'

/** Who is here. Until there are accounts, the people who are ready. */
export function WhoPage() {
  const { say, session, choose } = useApp()
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
    <Page title={say('who/title')}>
      <p class="govuk-body-l">{say(session.demo ? 'who/demo' : 'who/note')}</p>
      {failed && (
        <p class="govuk-error-message" role="alert">
          {say('who/failed')}
        </p>
      )}
      <ul class="people">
        {session.people.map(({ id, role }) => (
          <li key={id}>
            <button type="button" class="people__one" onClick={() => void chosen(id)}>
              <span class="people__role">{say(`role/${role}`)}</span>
              <span class="people__does">{say(`role/${role}-does`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="govuk-body">{say('who/accounts-later')}</p>
    </Page>
  )
}
