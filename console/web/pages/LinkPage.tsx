import { useEffect, useState } from 'preact/hooks'
import type { ChannelLinkResponse, ChannelLinksResponse, OpenChannelLink } from '../../contract/channels.ts'
import { ChannelLinks, channelName } from '../account/ChannelLinks.tsx'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { secretInLink } from '../session/secretInLink.ts'
import { Page } from '../shared/Page.tsx'
import { useObserved } from '../shared/useObserved.ts'

/** From the link that the bot sent: which channel asks, and whether this is me. */
export function LinkPage() {
  const { say } = useApp()
  const token = useObserved(secretInLink)
  const [done, setDone] = useState(false)
  if (done) {
    return (
      <Page title={say('channel/done')}>
        <p class="govuk-body-l">{say('channel/done-why')}</p>
        <ChannelLinks />
      </Page>
    )
  }
  if (token === undefined) return <NotGood />
  return (
    <Asked
      key={token}
      token={token}
      onDone={() => {
        setDone(true)
        secretInLink.set(undefined)
      }}
    />
  )
}

function Asked({ token, onDone }: { token: string; onDone: () => void }) {
  const { say } = useApp()
  const [channel, setChannel] = useState<string>()
  const [isOver, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const body: OpenChannelLink = { token }
  useEffect(() => {
    void ask<ChannelLinkResponse>('POST', '/api/channels/look', body).then(answer =>
      answer.ok ? setChannel(answer.value.channel) : setOver(true),
    )
  }, [token])
  const link = async () => {
    setBusy(true)
    const answer = await ask<ChannelLinksResponse>('POST', '/api/channels/link', body)
    setBusy(false)
    if (answer.ok) onDone()
    else setOver(true)
  }
  if (isOver) return <NotGood />
  return (
    <Page title={say('channel/title')}>
      {channel !== undefined && (
        <div class="narrow">
          <p class="govuk-body-l">{say('channel/asks', { channel: channelName(channel, say) })}</p>
          <p class="govuk-body">{say('channel/warning')}</p>
          <button type="button" class="button button--next" disabled={busy} onClick={() => void link()}>
            {say('channel/this-is-me')}
          </button>
        </div>
      )}
    </Page>
  )
}

function NotGood() {
  const { say } = useApp()
  return (
    <Page title={say('channel/not-good')}>
      <p class="govuk-body-l">{say('channel/not-good-why')}</p>
    </Page>
  )
}
