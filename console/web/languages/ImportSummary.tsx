import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { languageOf } from '../../../locales/languages.ts'
import type { ImportPreview } from '../../contract/languages.ts'
import { useApp } from '../session/AppContext.ts'

interface Props {
  preview: ImportPreview
  code: string
  busy: boolean
  onKeep(): void
  onLeave(): void
}

/** What a file would change and what of it is left out, before anything is kept. */
export function ImportSummary({ preview, code, busy, onKeep, onLeave }: Props) {
  const { say } = useApp()
  const { changed, same, otherEnglish, faulty, unknown } = preview
  const { direction } = languageOf(code)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const reviewed = changed.filter(({ state }) => state === 'signed' || state === 'checked')
  return (
    <section class="words__preview" aria-label={say('languages/import-look')}>
      <h2 class="govuk-heading-m" tabIndex={-1} ref={heading}>
        {say('languages/import-look')}
      </h2>
      <Part title={say('languages/import-changed', { number: changed.length })}>
        {changed.map(({ file, key, text, before }) => (
          <li key={`${file}:${key}`}>
            <Key name={`${file}:${key}`} />
            <del class="word__version" lang={code} dir={direction}>
              {before}
            </del>
            <ins class="word__version" lang={code} dir={direction}>
              {text}
            </ins>
          </li>
        ))}
      </Part>
      {reviewed.length > 0 && <p class="notice">{say('languages/import-signed', { number: reviewed.length })}</p>}
      <p class="govuk-body">{say('languages/import-same', { number: same })}</p>
      <Part title={say('languages/import-other-english', { number: otherEnglish.length })}>
        {otherEnglish.map(({ file, key }) => (
          <li key={`${file}:${key}`}>
            <Key name={`${file}:${key}`} />
          </li>
        ))}
      </Part>
      <Part title={say('languages/import-faulty', { number: faulty.length })}>
        {faulty.map(({ file, key, faults }) => (
          <li key={`${file}:${key}`}>
            <Key name={`${file}:${key}`} /> {faults.map(fault => say(`languages/fault-${fault}`)).join(' ')}
          </li>
        ))}
      </Part>
      <Part title={say('languages/import-unknown', { number: unknown.length })}>
        {unknown.map(name => (
          <li key={name}>
            <Key name={name} />
          </li>
        ))}
      </Part>
      {changed.length === 0 && <p class="govuk-body">{say('languages/import-none')}</p>}
      <div class="word__acts">
        {changed.length > 0 && (
          <button type="button" class="button" disabled={busy} onClick={onKeep}>
            {say('languages/import-keep')}
          </button>
        )}
        <button type="button" class="button button--quiet" disabled={busy} onClick={onLeave}>
          {say('languages/import-leave')}
        </button>
      </div>
    </section>
  )
}

/** Where there is none of it, that is not said. */
function Part({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null
  return (
    <details class="fold">
      <summary>{title}</summary>
      <ul class="words__preview-list">{children}</ul>
    </details>
  )
}

const Key = ({ name }: { name: string }) => (
  <code class="word__key" lang="en" dir="ltr">
    {name}
  </code>
)
