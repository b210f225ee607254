import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { JustDone } from './DoSection.tsx'
import { SaveFiles } from './SaveFiles.tsx'
import { ToldBackForm } from './ToldBackForm.tsx'

/** All of the case as one report for the child's record, and whether they have heard what is written of them. */
export function ReportSection() {
  const { say, language } = useApp()
  const { open, file } = useCase()
  const [writing, setWriting] = useState(false)
  const [done, setDone] = useState<{ event: string; body: CaseEventBody }>()
  const opener = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (writing) form.current?.focus()
    else if (wasOpen.current) opener.current?.focus()
    wasOpen.current = writing
  }, [writing])
  const address = (format: string) =>
    `/api/cases/${open.episode}/report.${format}?${new URLSearchParams({ language }).toString()}`
  return (
    <section class="case__part no-print" aria-labelledby="report">
      <h2 class="govuk-heading-m" id="report">
        {say('report/title')}
      </h2>
      <p class="govuk-body">{say('report/what-it-is')}</p>
      <div class="case-form__buttons">
        <SaveFiles formats={['pdf', 'docx', 'json', 'csv']} address={address} />
      </div>
      <h3 class="govuk-heading-s">{say('report/read-back')}</h3>
      {file.toldBack.length === 0 && <p class="govuk-body">{say('report/not-read-back')}</p>}
      <ul class="sharing__sent">
        {file.toldBack.toReversed().map(({ event, what, at, answer, words }) => (
          <li key={event}>
            {say(`told-back-what/${what}`)}, {dayAndTime(at, language)}: {say(`told-back/${answer}`)}
            {words && (
              <q class="timeline__words" dir="auto">
                {words}
              </q>
            )}
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button button--quiet"
        aria-expanded={writing}
        ref={opener}
        onClick={() => {
          setDone(undefined)
          setWriting(!writing)
        }}
      >
        {say('report/write-read-back')}
      </button>
      {writing && (
        <section class="case__form" tabIndex={-1} ref={form} aria-label={say('report/write-read-back')}>
          <ToldBackForm
            onDone={(event, body) => {
              setWriting(false)
              if (event && body) setDone({ event, body })
            }}
          />
        </section>
      )}
      {done && <JustDone key={done.event} {...done} onGone={() => setDone(undefined)} />}
    </section>
  )
}
