import { useState } from 'preact/hooks'
import { isStillMissing } from '../../casework/episode/caseFile.ts'
import { useApp } from '../session/AppContext.ts'
import { ActForm } from './ActForms.tsx'
import { useCase } from './CaseContext.ts'
import { foundMoments } from './caseActs.ts'

/** That they are still missing, so that no clock of the talk runs yet; and where to write that they were found. */
export function StillMissing() {
  const { say } = useApp()
  const { file } = useCase()
  const [writing, setWriting] = useState<(typeof foundMoments)[number]>()
  if (!isStillMissing(file)) return null
  return (
    <div class="case__missing" data-still-missing>
      <p class="govuk-body">{say('case/still-missing')}</p>
      <div class="clocks__do no-print">
        {foundMoments.map(moment => (
          <button
            key={moment}
            type="button"
            class="button button--quiet"
            aria-expanded={writing === moment}
            onClick={() => setWriting(writing === moment ? undefined : moment)}
          >
            {say(`moment/${moment}`)}
          </button>
        ))}
      </div>
      {writing && (
        <div class="case__form">
          <ActForm key={writing} act="timed" chosen={{ moment: writing }} onDone={() => setWriting(undefined)} />
        </div>
      )}
    </div>
  )
}
