import type { CaseFile } from '../../casework/episode/caseFile.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'

interface Props {
  title: string
  /** Oldest first. */
  sent: CaseFile['sharing']['sent'] | CaseFile['intelligence']['sent']
}

/** What was sent before, the newest first. */
export function SentList({ title, sent }: Props) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  if (sent.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="sharing__sent">
        {sent.toReversed().map(({ event, at, means, writtenBy, words }) => (
          <li key={event}>
            {say('sharing/sent-one', {
              when: dayAndTime(at, language),
              how: say(`sent-by/${means}`),
              who: nameOf(writtenBy),
            })}
            {words && <span dir="auto">. {words}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
