import { useRef, useState } from 'preact/hooks'
import type { DeskLine } from '../../casework/episode/deskLine.ts'
import { answerTo } from '../live/connection.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { NameSearch } from '../shared/NameSearch.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { Saving } from './Saving.tsx'
import { useWriting } from './useWriting.ts'

/** Looks for another case by name, open or closed, to link it. The name goes over the socket, never into an address. */
export function LinkedFind({ linked }: { linked: readonly string[] }) {
  const { say, language } = useApp()
  const { connection } = useWork()
  const { open, file } = useCase()
  const { busy, problem, write } = useWriting(open)
  const [name, setName] = useState(file.calledAs ?? '')
  const [found, setFound] = useState<readonly DeskLine[]>()
  const [failed, setFailed] = useState(false)
  const asked = useRef(0)
  const find = async () => {
    const mine = ++asked.current
    const look = (which: 'open' | 'closed') =>
      answerTo<readonly DeskLine[]>(ack => connection.socket.emit('desk:list', { which, name: name.trim() }, ack))
    const replies = connection.line.get() === 'online' ? await Promise.all([look('open'), look('closed')]) : []
    if (mine !== asked.current) return
    const lines = replies.flatMap(reply => (reply?.ok ? [reply.value] : []))
    setFailed(lines.length < 2)
    setFound(lines.length < 2 ? undefined : lines.flat().filter(({ episode }) => episode !== open.episode))
  }
  return (
    <div class="case__form no-print">
      <NameSearch
        label={say('linked/find')}
        name={name}
        onName={setName}
        onFind={() => name.trim() !== '' && void find()}
      >
        <div role="status">
          {failed && <p class="notice">{say('find/no-answer')}</p>}
          {found && (
            <p class="govuk-body">
              {found.length === 0 ? say('linked/none-found') : say('find/found', { count: found.length })}
            </p>
          )}
        </div>
      </NameSearch>
      <ul class="linked__all">
        {found?.map(line => (
          <li key={line.episode} class="linked__one">
            <p class="linked__who">
              <bdi>{line.calledAs ?? say('list/not-named')}</bdi>{' '}
              {line.state === 'closed' && <span class="topic-state">{say('case/closed')}</span>}
            </p>
            <p class="linked__when">
              <bdi>{say('linked/opened', { when: dayAndTime(line.openedAt, language) })}</bdi>
              <bdi>{say(`source/${line.source}`)}</bdi>
            </p>
            {linked.includes(line.episode) ? (
              <p class="linked__when">{say('linked/is-linked')}</p>
            ) : (
              <button
                type="button"
                class="button button--quiet"
                disabled={busy}
                aria-label={say('linked/link-which', {
                  who: line.calledAs ?? say('list/not-named'),
                  when: dayAndTime(line.openedAt, language),
                })}
                onClick={() => void write({ type: 'linked', episode: line.episode })}
              >
                {say('linked/link')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Saving busy={busy} problem={problem} />
    </div>
  )
}
