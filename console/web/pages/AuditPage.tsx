import { useRoute } from 'preact-iso'
import { AuditCheck } from '../audit/AuditCheck.tsx'
import { EntryList } from '../audit/EntryList.tsx'
import { InterviewAudit } from '../audit/InterviewAudit.tsx'
import { InterviewChoice } from '../audit/InterviewChoice.tsx'
import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'

/** The auditor's: who did what, and who has seen a record. Nothing of what was said, and no child's name. */
export function AuditPage() {
  const { say } = useApp()
  const { id } = useRoute().params
  if (id !== undefined) return <InterviewAudit key={id} id={id} />
  return (
    <Page title={say('audit/title')}>
      <p class="govuk-body-l">{say('audit/what-it-is')}</p>
      <InterviewChoice />
      <EntryList />
      <AuditCheck />
    </Page>
  )
}
