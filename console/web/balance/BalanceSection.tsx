import { useCase } from '../case/CaseContext.ts'
import { useApp } from '../session/AppContext.ts'

/** The way from a case to its balance, which is a page of its own. */
export function BalanceSection() {
  const { say } = useApp()
  const { open } = useCase()
  return (
    <section aria-labelledby="balance" class="case__part no-print">
      <h2 class="govuk-heading-m" id="balance">
        {say('balance/title')}
      </h2>
      <p class="govuk-body">{say('balance/why')}</p>
      <a class="button button--quiet" href={`/cases/${open.episode}/balance`}>
        {say('balance/see')}
      </a>
    </section>
  )
}
