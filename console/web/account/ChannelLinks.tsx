import { useEffect, useState } from 'preact/hooks'
import type { ChannelLinksResponse } from '../../contract/channels.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { ErrorSummary } from '../shared/Form.tsx'
import type { Say } from '../words/ConsoleKey.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useTry } from './useTry.ts'

/** Where one may write to the bot as oneself, and taking that back. */
export function ChannelLinks() {
  const { say, language } = useApp()
  const [answer, setAnswer] = useState<ChannelLinksResponse>()
  const { attempt, faults, busy } = useTry()
  const path = '/api/account/channels'
  useEffect(() => {
    void attempt(() => ask<ChannelLinksResponse>('GET', path)).then(setAnswer)
  }, [])
  const remove = async (id: string) => {
    const left = await attempt(() => ask<ChannelLinksResponse>('DELETE', `${path}/${id}`))
    if (left) setAnswer(left)
  }
  return (
    <section class="account-part" aria-labelledby="channels-title">
      <h2 class="govuk-heading-m" id="channels-title">
        {say('channel/list')}
      </h2>
      <ErrorSummary faults={faults} />
      {answer && <p class="govuk-body">{say(answer.reminds ? 'channel/reminds' : 'channel/does-not-remind')}</p>}
      {answer?.links.length === 0 && <p class="govuk-body">{say('channel/none')}</p>}
      <ul class="govuk-list">
        {answer?.links.map(({ id, channel, at, reachable }) => (
          <li key={id} class="interpreters__one">
            <span>
              {channelName(channel, say)}, {dayAndTime(at, language)}
              {answer.reminds && !reachable && <> · {say('channel/write-once')}</>}
            </span>
            <button type="button" class="button button--quiet" disabled={busy} onClick={() => void remove(id)}>
              {say('channel/remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function channelName(channel: string, say: Say): string {
  if (channel === 'msteams') return say('channel/teams')
  return say('channel/other', { channel })
}
