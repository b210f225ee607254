import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import type { ConsoleKey } from '../words/ConsoleKey.ts'
import { useCase } from './CaseContext.ts'
import { OtherRecipient } from './OtherRecipient.tsx'
import { SharingPreview } from './SharingPreview.tsx'

/** A recipient as the server names it: by words of its own, or by those an authority gave it. */
export interface NamedRecipient {
  id: string
  name?: string | undefined
}

/** Who is told what. Nothing of it is fetched before someone opens it: whoever does is in the audit. */
export function SharingSection() {
  const { say } = useApp()
  const { open, file } = useCase()
  const [known, setKnown] = useState<readonly NamedRecipient[]>()
  const [failed, setFailed] = useState(false)
  const [chosen, choose] = useState<string>()
  const read = async () => {
    const came = await ask<{ recipients: readonly NamedRecipient[] }>('GET', `/api/cases/${open.episode}/sharing`)
    setFailed(!came.ok)
    if (came.ok) setKnown(came.value.recipients)
  }
  useEffect(() => void read(), [open.episode])
  const nameOf = ({ id, name }: NamedRecipient) => name ?? say(`recipient/${id}` as ConsoleKey)
  const recipients = known && [...known, ...file.namedRecipients]
  const recipient = recipients?.find(({ id }) => id === chosen)
  return (
    <section aria-labelledby="sharing" class="case__part sharing">
      <h2 class="govuk-heading-m" id="sharing">
        {say('sharing/title')}
      </h2>
      <p class="govuk-body">{say('sharing/what-it-is')}</p>
      {failed && (
        <p class="notice" role="alert">
          {say('sharing/did-not-come')}{' '}
          <button type="button" class="button button--quiet" onClick={() => void read()}>
            {say('sharing/again')}
          </button>
        </p>
      )}
      <div class="case__acts no-print">
        {recipients?.map(each => (
          <button
            key={each.id}
            type="button"
            class="button button--quiet"
            data-recipient={each.id}
            aria-expanded={chosen === each.id}
            aria-label={say('sharing/see', { who: nameOf(each) })}
            onClick={() => choose(chosen === each.id ? undefined : each.id)}
          >
            {nameOf(each)}
          </button>
        ))}
      </div>
      {recipients && <OtherRecipient onNamed={choose} />}
      {recipient && <SharingPreview key={recipient.id} recipient={recipient.id} name={nameOf(recipient)} />}
    </section>
  )
}
