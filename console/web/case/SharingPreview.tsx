import { useEffect, useRef, useState } from 'preact/hooks'
import type { SharingPart, SharingResponse } from '../../contract/sharing.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { SaveFiles } from './SaveFiles.tsx'
import { SentList } from './SentList.tsx'
import { SharingForms } from './SharingForms.tsx'

interface Props {
  recipient: string
  name: string
}

/** What one recipient would read, word for word, beside what is kept back, what the young person wants, and what was sent. */
export function SharingPreview({ recipient, name }: Props) {
  const { say, language } = useApp()
  const { open, file } = useCase()
  const [preview, setPreview] = useState<SharingResponse>()
  const [failed, setFailed] = useState(false)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = useRef(0)
  const read = async () => {
    const mine = ++asked.current
    const query = new URLSearchParams({ language }).toString()
    const came = await ask<SharingResponse>('GET', `/api/cases/${open.episode}/sharing/${recipient}?${query}`)
    if (mine !== asked.current) return
    setFailed(!came.ok)
    // What cannot be fetched anew is not shown as it was: someone might send it.
    setPreview(came.ok ? came.value : undefined)
  }
  useEffect(() => void read(), [open.episode, recipient, language, file.seq])
  const isThere = preview !== undefined
  useEffect(() => {
    if (isThere) heading.current?.focus()
  }, [isThere])
  if (failed) {
    return (
      <p class="notice" role="alert">
        {say('sharing/did-not-come')}{' '}
        <button type="button" class="button button--quiet" onClick={() => void read()}>
          {say('sharing/again')}
        </button>
      </p>
    )
  }
  if (!preview) return <p role="status">{say('room/fetching')}</p>
  const there = ticked.filter(id => preview.parts.some(part => part.id === id))
  return (
    <div class="sharing__one" data-sharing={recipient}>
      <h3 class="govuk-heading-s" tabIndex={-1} ref={heading}>
        {say('sharing/would-read')}: {name}
      </h3>
      <TextToRead preview={preview} />
      <Wishes wishes={preview.wishes} />
      <h3 class="govuk-heading-s">{say('sharing/parts')}</h3>
      {preview.parts.length === 0 && <p class="govuk-body">{say('sharing/no-parts')}</p>}
      <ul class="sharing__parts">
        {preview.parts.map(part => (
          <Part
            key={part.id}
            part={part}
            ticked={there.includes(part.id)}
            onTick={on => setTicked(on ? [...there, part.id] : there.filter(id => id !== part.id))}
          />
        ))}
      </ul>
      <SharingForms
        recipient={recipient}
        preview={preview}
        ticked={there}
        onWritten={() => setTicked([])}
        onStale={() => void read()}
      />
      <SentList title={say('sharing/sent')} sent={file.sharing.sent.filter(each => each.recipient === recipient)} />
    </div>
  )
}

function TextToRead({ preview }: { preview: SharingResponse }) {
  const { say, language } = useApp()
  const { open } = useCase()
  const [copied, setCopied] = useState('')
  const path = `/api/cases/${open.episode}/shared/${preview.recipient}`
  const query = new URLSearchParams({ language }).toString()
  const hasGaps = preview.parts.some(({ needsReason }) => needsReason)
  return (
    <>
      <section class="sharing__text" aria-label={say('sharing/would-read')}>
        <pre dir="auto">{preview.text}</pre>
      </section>
      {hasGaps && <p class="notice">{say('sharing/no-reason-yet')}</p>}
      {preview.sendable && (
        <div class="case-form__buttons no-print">
          <button
            type="button"
            class="button button--quiet"
            onClick={() => void navigator.clipboard?.writeText(preview.text).then(() => setCopied(preview.digest))}
          >
            {say('sharing/copy')}
          </button>
          <a class="button button--quiet" href={`${path}.txt?${query}`} target="_blank" rel="noreferrer">
            {say('sharing/print')}
          </a>
          <SaveFiles formats={['pdf', 'docx', 'json', 'csv']} address={format => `${path}.${format}?${query}`} />
          <span role="status">{copied === preview.digest && say('sharing/copied')}</span>
        </div>
      )}
    </>
  )
}

function Wishes({ wishes }: Pick<SharingResponse, 'wishes'>) {
  const { say } = useApp()
  return (
    <>
      <h3 class="govuk-heading-s">{say('sharing/wishes')}</h3>
      {wishes.length === 0 && <p class="govuk-body">{say('sharing/not-asked')}</p>}
      <ul class="sharing__wishes">
        {wishes.map(({ at, answer, about, words }, place) => (
          <li key={place}>
            {say(at === 'start' ? 'sharing/at-start' : 'sharing/at-end')}: {say(`wish/${answer}`)} (
            {about === null ? say('sharing/about-all') : say('sharing/about-parts', { number: about })})
            {words && (
              <q class="timeline__words" dir="auto">
                {words}
              </q>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Part({ part, ticked, onTick }: { part: SharingPart; ticked: boolean; onTick: (on: boolean) => void }) {
  const { say, language } = useApp()
  const id = `part-${part.id}`
  const why = part.goes
    ? say('sharing/goes', { why: say(`shared-why/${part.why}`) })
    : say('sharing/kept-back', { why: say(`withheld-why/${part.why}`) })
  return (
    <li class={`sharing__part ${part.goes ? 'sharing__part--goes' : ''}`} data-goes={part.goes}>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id={id}
            aria-describedby={`${id}-why`}
            checked={ticked}
            onChange={event => onTick(event.currentTarget.checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            {part.label}
          </label>
        </div>
      </div>
      {part.said.map((words, place) => (
        <p key={place} class="sharing__said" dir="auto">
          {words}
        </p>
      ))}
      <p class="sharing__about">
        {say(`voice/${part.voice}`)}, {dayAndTime(part.at, language)}
        {part.aboutOthers && `. ${say('sharing/about-others')}`}
      </p>
      <p class="sharing__why" id={`${id}-why`}>
        {why}
        {part.needsReason && <span class="sharing__gap">{say('sharing/needs-reason')}</span>}
      </p>
    </li>
  )
}
