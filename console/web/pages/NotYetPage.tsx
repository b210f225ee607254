import { seesInterviews } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'
import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'
import { PeopleList } from './PeopleList.tsx'

/** For someone whose part of the product is still to come: that it is, and who to be instead. */
export function NotYetPage({ person }: { person: Person }) {
  const { say, session } = useApp()
  return (
    <Page title={say('not-yet/title')}>
      <p class="govuk-body-l">{say('not-yet/why', { role: say(`role/${person.role}`) })}</p>
      {session.signIn.demo && (
        <>
          <p class="govuk-body">{say('not-yet/instead')}</p>
          <PeopleList people={session.people.filter(({ role }) => seesInterviews(role))} />
        </>
      )}
    </Page>
  )
}
