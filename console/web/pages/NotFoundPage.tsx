import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'

export function NotFoundPage() {
  const { say } = useApp()
  return (
    <Page title={say('not-found/title')}>
      <p class="govuk-body-l">{say('not-found/why')}</p>
      <a class="button" href="/interviews">
        {say('list/go')}
      </a>
    </Page>
  )
}
