import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useRoom } from '../room/RoomContext.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { BotInput } from './BotInput.tsx'
import { openBotTalk } from './openBotTalk.ts'

/** The same bot as in a chat, about this interview: what is typed here fills the record, and what is filled in shows here. */
export function BotPanel() {
  const { say } = useApp()
  const { connection } = useWork()
  const { room, events, saved } = useRoom()
  const talk = useMemo(() => openBotTalk(room.interview, connection), [room.interview, connection])
  const { lines, actions, waiting, unanswered } = useObserved(talk.state)
  const online = useObserved(connection.line) === 'online'
  const panel = useRef<HTMLDivElement>(null)

  // The newest thing done that the bot did not do itself, and so has not spoken of.
  const elsewhere = events.findLast(each => each.from !== 'bot' && each.seq <= saved)?.id
  useEffect(() => {
    if (!online) return
    const soon = setTimeout(() => void talk.look(), 200)
    return () => clearTimeout(soon)
  }, [talk, online, elsewhere])
  useEffect(() => {
    const side = panel.current?.parentElement
    side?.scrollTo(0, side.scrollHeight)
  }, [lines, actions])

  return (
    <div ref={panel} class="bot">
      <ol class="bot__lines" aria-live="polite">
        {lines.map(({ from, text }, place) => (
          <li key={place} class={`bot__line bot__line--${from}`} dir="auto">
            <span class="govuk-visually-hidden">{say(from === 'me' ? 'bot/you' : 'bot/bot')}</span>
            {text}
          </li>
        ))}
      </ol>
      <div class="bot__actions">
        {actions.map(({ title, value }) => (
          <button
            key={value}
            type="button"
            class="button button--quiet bot__action"
            disabled={!online || waiting}
            onClick={() => void talk.say(value, title)}
          >
            {title}
          </button>
        ))}
      </div>
      {!online && <p class="bot__note">{say('bot/offline')}</p>}
      {online && unanswered && (
        <p class="bot__note" role="alert">
          {say('bot/unanswered')}{' '}
          <button type="button" class="button button--quiet" onClick={() => void talk.again()}>
            {say('bot/again')}
          </button>
        </p>
      )}
      <BotInput ready={online && !waiting} onSay={text => void talk.say(text)} />
    </div>
  )
}
