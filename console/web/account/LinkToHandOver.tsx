import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { InvitationLink } from '../../contract/people.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'

interface Props {
  link: InvitationLink & { name?: string }
  onDone: () => void
}

/** A link, shown this once: whoever has it comes in, so it is handed to one person. */
export function LinkToHandOver({ link, onDone }: Props) {
  const { say, language } = useApp()
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState(false)
  const whole = new URL(link.link, location.origin).href
  useEffect(() => title.current?.focus(), [link.id])
  const copy = async () => {
    await navigator.clipboard.writeText(whole)
    setCopied(true)
  }
  return (
    <section class="hand-over">
      <h2 class="govuk-heading-m" ref={title} tabIndex={-1}>
        {link.name === undefined ? say('link/title') : say('link/title-for', { name: link.name })}
      </h2>
      <p class="govuk-body">{say('link/why')}</p>
      <label class="govuk-label" for={id}>
        {say('link/link')}
      </label>
      <input
        id={id}
        class="govuk-input"
        type="text"
        readOnly
        dir="ltr"
        value={whole}
        onFocus={event => event.currentTarget.select()}
      />
      <p class="govuk-body">{say('link/until', { when: dayAndTime(link.until, language) })}</p>
      <div class="form__others">
        <button type="button" class="button" onClick={() => void copy().catch(() => setCopied(false))}>
          {say('link/copy')}
        </button>
        <button type="button" class="button button--quiet" onClick={onDone}>
          {say('link/done')}
        </button>
        <span role="status">{copied ? say('recovery/copied') : ''}</span>
      </div>
    </section>
  )
}
