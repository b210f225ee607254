import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'
import { PeopleList } from './PeopleList.tsx'

/** Who is here. Until there are accounts, the people who are ready. */
export function WhoPage() {
  const { say, session } = useApp()
  return (
    <Page title={say('who/title')}>
      <p class="govuk-body-l">{say(session.demo ? 'who/demo' : 'who/note')}</p>
      <PeopleList people={session.people} />
      <p class="govuk-body">{say('who/accounts-later')}</p>
    </Page>
  )
}
