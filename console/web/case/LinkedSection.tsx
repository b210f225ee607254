import { useEffect, useRef, useState } from 'preact/hooks'
import type { LinkedEpisode, LinkedResponse } from '../../contract/linked.ts'
import { answerTo } from '../live/connection.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { LinkedFind } from './LinkedFind.tsx'

/** Other episodes of the same young person: to find one by name and link it, to go to it, and to take the link back. */
export function LinkedSection() {
  const { say } = useApp()
  const { open, file } = useCase()
  const [came, setCame] = useState<LinkedResponse>()
  const [failed, setFailed] = useState(false)
  const [finding, setFinding] = useState(false)
  const asked = useRef(0)
  const read = async () => {
    const mine = ++asked.current
    const answer = await ask<LinkedResponse>('GET', `/api/cases/${open.episode}/linked`)
    if (mine !== asked.current) return
    setFailed(!answer.ok)
    if (answer.ok) setCame(answer.value)
  }
  const links = file.linked.map(({ event }) => event).join()
  useEffect(() => void read(), [open.episode, links])
  return (
    <section aria-labelledby="linked" class="case__part linked">
      <h2 class="govuk-heading-m" id="linked">
        {say('linked/title')}
      </h2>
      <p class="govuk-body">{say('linked/what-it-is')}</p>
      {failed && (
        <p class="notice" role="alert">
          {say('linked/did-not-come')}{' '}
          <button type="button" class="button button--quiet" onClick={() => void read()}>
            {say('sharing/again')}
          </button>
        </p>
      )}
      {came?.linked.length === 0 && came.notOpen === 0 && <p class="govuk-body">{say('linked/none')}</p>}
      <ul class="linked__all">
        {came?.linked.map(each => (
          <Linked key={each.episode} linked={each} onUnlinked={() => void read()} />
        ))}
      </ul>
      {came !== undefined && came.notOpen > 0 && (
        <p class="govuk-body">{say('linked/not-open', { number: came.notOpen })}</p>
      )}
      <div class="case__acts no-print">
        <button type="button" class="button button--quiet" aria-expanded={finding} onClick={() => setFinding(!finding)}>
          {say('linked/find')}
        </button>
      </div>
      {finding && <LinkedFind linked={came?.linked.map(({ episode }) => episode) ?? []} />}
    </section>
  )
}

function Linked({ linked, onUnlinked }: { linked: LinkedEpisode; onUnlinked: () => void }) {
  const { say, language } = useApp()
  const { connection } = useWork()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const { episode, calledAs, state, times, openedAt, links } = linked
  const who = calledAs ?? say('list/not-named')
  /** In whichever case it was written that they belong together. */
  const unlink = async () => {
    setBusy(true)
    const replies = await Promise.all(
      links.map(link =>
        answerTo(ack =>
          connection.socket.emit(
            'case:write',
            {
              ...{ episode: link.episode, id: crypto.randomUUID(), deviceAt: new Date().toISOString() },
              body: { type: 'withdrawn', event: link.event },
            },
            ack,
          ),
        ),
      ),
    )
    setBusy(false)
    setFailed(replies.some(reply => !reply?.ok))
    onUnlinked()
  }
  const missing = times.wentMissing ?? times.lastSeen
  const back = times.returned ?? times.found
  return (
    <li class="linked__one">
      <p class="linked__who">
        <a href={`/cases/${episode}`}>
          <bdi>{who}</bdi>
        </a>{' '}
        {state === 'closed' && <span class="topic-state">{say('case/closed')}</span>}
      </p>
      <p class="linked__when">
        {missing === undefined && back === undefined && (
          <bdi>{say('linked/opened', { when: dayAndTime(openedAt, language) })}</bdi>
        )}
        {missing !== undefined && <bdi>{say('linked/missing', { when: dayAndTime(missing, language) })}</bdi>}
        {back !== undefined && <bdi>{say('linked/back', { when: dayAndTime(back, language) })}</bdi>}
        {times.interviewed !== undefined && (
          <bdi>{say('linked/interviewed', { when: dayAndTime(times.interviewed, language) })}</bdi>
        )}
      </p>
      <button
        type="button"
        class="text-button no-print"
        disabled={busy}
        aria-label={say('linked/unlink-which', { who, when: dayAndTime(missing ?? openedAt, language) })}
        onClick={() => void unlink()}
      >
        {say('linked/unlink')}
      </button>
      <p role="alert">{failed && say('linked/not-unlinked')}</p>
    </li>
  )
}
