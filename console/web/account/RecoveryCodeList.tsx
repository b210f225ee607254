import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'

/** Recovery codes, this once: to be printed, written to a file or copied, and kept. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { say } = useApp()
  const title = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => title.current?.focus(), [])
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }
  return (
    <section class="recovery">
      <h2 class="govuk-heading-m" ref={title} tabIndex={-1}>
        {say('recovery/title')}
      </h2>
      <p class="govuk-body">{say('recovery/why')}</p>
      <ul class="recovery__codes" dir="ltr">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div class="form__others">
        <button type="button" class="button button--quiet" onClick={() => print()}>
          {say('written/print')}
        </button>
        <button type="button" class="button button--quiet" onClick={() => download(codes, say('recovery/file'))}>
          {say('recovery/download')}
        </button>
        <button type="button" class="button button--quiet" onClick={() => void copy().catch(() => setCopied(false))}>
          {say('recovery/copy')}
        </button>
        <span role="status">{copied ? say('recovery/copied') : ''}</span>
      </div>
      <p>
        <button type="button" class="button button--next" onClick={onKept}>
          {say('recovery/kept')}
        </button>
      </p>
    </section>
  )
}

function download(codes: readonly string[], name: string) {
  const address = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
