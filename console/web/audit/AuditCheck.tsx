import { useState } from 'preact/hooks'
import type { AuditVerifiedResponse } from '../../contract/audit.ts'
import { useApp } from '../session/AppContext.ts'
import { askVerified } from './askAudit.ts'
import { DidNotCome } from './DidNotCome.tsx'
import { shortNumber } from './shortNumber.ts'

type Check = { state: 'not-asked' | 'checking' | 'failed' } | { state: 'done'; found: AuditVerifiedResponse }

/** Whether every entry is as it was written: worked out anew by the server when it is asked. */
export function AuditCheck() {
  const { say } = useApp()
  const [check, setCheck] = useState<Check>({ state: 'not-asked' })
  const ask = async () => {
    if (check.state === 'checking') return
    setCheck({ state: 'checking' })
    const found = await askVerified().catch(() => undefined)
    setCheck(found ? { state: 'done', found } : { state: 'failed' })
  }
  const checking = check.state === 'checking'
  return (
    <section class="audit__check">
      <h2 class="govuk-heading-m">{say('audit/check-title')}</h2>
      <p class="govuk-body">{say('audit/check-why')}</p>
      <button type="button" class="button button--quiet" aria-disabled={checking} onClick={() => void ask()}>
        {say(checking ? 'audit/checking' : 'audit/check')}
      </button>
      <div role="status">{check.state === 'done' && check.found.ok && <Whole entries={check.found.entries} />}</div>
      {check.state === 'done' && !check.found.ok && <Broken found={check.found} />}
      {check.state === 'failed' && <DidNotCome again={() => void ask()} />}
    </section>
  )
}

function Whole({ entries }: { entries: number }) {
  const { say, language } = useApp()
  return (
    <p class="audit__result audit__result--whole">
      {say('audit/whole', { entries: new Intl.NumberFormat(language).format(entries) })}
    </p>
  )
}

function Broken({ found }: { found: Exclude<AuditVerifiedResponse, { ok: true }> }) {
  const { say } = useApp()
  const { brokenAt } = found
  return (
    <div class="audit__result audit__result--broken" role="alert">
      <p class="audit__line">
        {found.why === 'entry'
          ? say('audit/broken-entry', { entry: brokenAt })
          : say('audit/broken-record', {
              entry: brokenAt,
              number: shortNumber('episode' in found ? found.episode : found.interview),
            })}
      </p>
      <p class="audit__line">{say('audit/broken-do')}</p>
    </div>
  )
}
