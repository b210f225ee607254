import { useEffect, useMemo, useState } from 'preact/hooks'
import { mayDo } from '../../casework/roles.ts'
import { openList } from '../live/openList.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'
import { useObserved } from '../shared/useObserved.ts'
import { useWords } from '../words/useWords.ts'
import { FindByName } from './FindByName.tsx'
import { InterviewLine } from './InterviewLine.tsx'

/** The interviews, newest first, as they change. */
export function InterviewsPage() {
  const { say, language } = useApp()
  const { connection, journal, person } = useWork()
  const list = useMemo(() => openList(connection, journal), [connection, journal])
  useEffect(() => list.close, [list])
  const { read, interviews } = useObserved(list.state)
  const line = useObserved(connection.line)
  const words = useWords(language, 'guide')
  const [unsent, setUnsent] = useState<readonly string[]>([])
  useEffect(() => void journal.unsent().then(setUnsent), [journal, interviews])
  const onlyHere = unsent.filter(id => !interviews.some(each => each.id === id))
  return (
    <Page title={say('list/title')}>
      <p class="list__begin">
        <a class="button button--next" href="/interviews/begin">
          {say('list/begin')}
        </a>
        <a class="button button--quiet" href="/desk">
          {say('desk/title')}
        </a>
        <a class="button button--quiet" href="/papers">
          {say('papers/title')}
        </a>
        {mayDo(person.role, 'notices.read') && (
          <a class="button button--quiet" href="/notices">
            {say('notices/title')}
          </a>
        )}
      </p>
      {(line === 'offline' || line === 'signed-out') && (
        <p class="notice" role="status">
          {say(`saved/${line}`)}
        </p>
      )}
      {onlyHere.map(id => (
        <p key={id} class="notice">
          <a href={`/interviews/${id}`}>{say('list/only-here')}</a>
        </p>
      ))}
      {read && interviews.length === 0 && onlyHere.length === 0 && (
        <div class="empty">
          <p class="govuk-body-l">{say('list/empty')}</p>
          <p class="govuk-body">{say('list/empty-why')}</p>
        </div>
      )}
      {interviews.length > 0 && (
        <FindByName words={words}>
          <ul class="interviews">
            {interviews.map(summary => (
              <InterviewLine key={summary.id} summary={summary} words={words} />
            ))}
          </ul>
        </FindByName>
      )}
    </Page>
  )
}
