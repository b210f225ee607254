import { useState } from 'preact/hooks'
import type { FormPart } from '../../casework/intelligence/policeForm.ts'
import type { IntelligenceResponse } from '../../contract/intelligence.ts'
import { useApp } from '../session/AppContext.ts'
import { useCase } from './CaseContext.ts'
import { SaveFiles } from './SaveFiles.tsx'
import { SentForm } from './SentForm.tsx'
import { SentList } from './SentList.tsx'

/** The form as police would read it, to print or to go on with in Word; and that they were sent it. */
export function PoliceFormPreview({ came, onStale }: { came: IntelligenceResponse; onStale: () => void }) {
  const { say, language } = useApp()
  const { open, file } = useCase()
  const [sending, setSending] = useState(false)
  const { form, digest, sendable } = came
  const path = `/api/cases/${open.episode}/intelligence`
  const query = new URLSearchParams({ language }).toString()
  const goes = new Set(came.items.flatMap(item => (item.goes ? [item.event] : [])))
  const unhandled = file.intelligence.items.filter(
    ({ event, handling }) => goes.has(event) && handling.reveals === 'not-known',
  ).length
  return (
    <>
      <h3 class="govuk-heading-s">{say('intelligence/form')}</h3>
      {!sendable && <p class="govuk-body">{say('intelligence/nothing-goes')}</p>}
      {sendable && (
        <>
          {unhandled > 0 && <p class="notice">{say('intelligence/not-handled', { number: unhandled })}</p>}
          <section class="sharing__text police-form" aria-label={say('intelligence/form')}>
            <p class="police-form__title">{form.title}</p>
            {form.parts.map((part, place) => (
              <Part key={place} part={part} />
            ))}
          </section>
          <div class="case-form__buttons no-print">
            <SaveFiles formats={['pdf', 'docx']} address={format => `${path}/police-form.${format}?${query}`} />
            <button
              type="button"
              class="button button--quiet"
              aria-expanded={sending}
              onClick={() => setSending(!sending)}
            >
              {say('intelligence/say-sent')}
            </button>
          </div>
          {sending && (
            <section class="case__form no-print" aria-label={say('intelligence/say-sent')}>
              <SentForm
                place="police-form-sent"
                path={`${path}/sent`}
                digest={digest}
                onWritten={() => setSending(false)}
                onStale={onStale}
              />
            </section>
          )}
        </>
      )}
      <SentList title={say('intelligence/sent')} sent={file.intelligence.sent} />
    </>
  )
}

function Part({ part }: { part: FormPart }) {
  switch (part.part) {
    case 'heading':
      return part.level === 1 ? (
        <h4 class="police-form__heading">{part.text}</h4>
      ) : (
        <h5 class="police-form__one">{part.text}</h5>
      )
    case 'note':
      return <p class="police-form__note">{part.text}</p>
    case 'said':
      return (
        <p class="police-form__said" dir="auto">
          {part.text}
        </p>
      )
    case 'facts':
      return (
        <dl class="police-form__facts">
          {part.rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'lines':
      return <p class="police-form__note">{part.label}: ______________________</p>
  }
}
