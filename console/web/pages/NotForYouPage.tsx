import { useApp } from '../session/AppContext.ts'
import { startPageOf } from '../session/startPageOf.ts'
import { Page } from '../shared/Page.tsx'

/** For someone at a page that is not for their role: that it is not, and where to go. */
export function NotForYouPage() {
  const { say, session } = useApp()
  return (
    <Page title={say('not-for-you/title')}>
      <p class="govuk-body-l">{say('not-for-you/why')}</p>
      {session.person && (
        <a class="button" href={startPageOf(session.person.role)}>
          {say('not-for-you/go')}
        </a>
      )}
    </Page>
  )
}
