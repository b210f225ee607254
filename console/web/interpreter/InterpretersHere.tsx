import { useState } from 'preact/hooks'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { fetched } from '../shared/fetched.tsx'
import { Icon } from '../shared/Icon.tsx'
import { clockTime } from '../words/timeWords.ts'
import { interpretingIn } from './interpreting.ts'
import { StopInterpreting } from './StopInterpreting.tsx'
import { useInterpreters } from './useInterpreters.ts'

// Opened seldom, and over everything else.
const PrivateCard = fetched(() => import('./PrivateCard.tsx').then(module => module.PrivateCard))

/** Who interprets, whether they have the present words, what they let the room know, and how to stop with them. */
export function InterpretersHere() {
  const { say, language } = useApp()
  const { room, record, step } = useRoom()
  const { here, end } = useInterpreters(room.interview)
  const [asking, setAsking] = useState(false)
  const { cleared, content } = interpretingIn(record)
  if (here.length === 0 && !cleared) return null
  const prompt = step.kind === 'ask' ? step.prompt : undefined
  // What was flagged about other words is over; what is about no words stays until something has been said since.
  const last = record.flags.at(-1)
  const flags = record.flags.filter(each => each.prompt === prompt?.id || (!each.prompt && each === last))
  const isRefused = content === 'no' || content === 'not-sure'
  return (
    <section class="interpreters" aria-label={say('interpreter/here')}>
      {here.length > 0 && (
        <ul class="interpreters__all">
          {here.map(({ id, name, agency, dialect, mode, shown }) => (
            <li key={id} class="interpreters__one">
              <span>
                {say('interpreter/who')} <bdi>{name}</bdi>, <bdi>{agency}</bdi>
                <span class="interpreters__how">
                  <bdi>{dialect}</bdi> · {say(`interpreter/mode-${mode}`)}
                </span>
              </span>
              {prompt && !prompt.private && (
                <span class="interpreters__has" role="status">
                  {shown === prompt.id && <Icon name="tick" />}
                  {say(shown === prompt.id ? 'interpreter/has-words' : 'interpreter/no-words-yet')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <ul class="interpreters__flags" aria-live="polite">
        {flags.map(({ event, at, flag }) => (
          <li key={event} class={`interpreters__flag interpreters__flag--${flag}`}>
            <time>{clockTime(at, language)}</time> {say(`flagged/${flag}`)}
            {flag === 'pause' && record.state === 'open' && (
              <button type="button" class="button button--quiet" onClick={() => void room.act({ do: 'pause' })}>
                {say('interpreter/pause')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {cleared && isRefused && <p class="interpreters__stop">{say(`interpreter/content-${content}`)}</p>}
      {cleared && content === undefined && <p class="interpreters__note">{say('interpreter/not-asked')}</p>}
      <div class="interpreters__buttons">
        {cleared && (
          <button type="button" class="button button--quiet" onClick={() => setAsking(true)}>
            {say(content === undefined ? 'interpreter/card' : 'interpreter/card-again')}
          </button>
        )}
        {here.map(({ id, name }) => (
          <button key={id} type="button" class="button button--quiet" onClick={() => void end(id)}>
            {say('interpreter/end')}
            {here.length > 1 && <bdi> ({name})</bdi>}
          </button>
        ))}
        <StopInterpreting here={here} end={end} urgent={isRefused || flags.some(({ flag }) => flag === 'not-me')} />
      </div>
      {asking && <PrivateCard onDone={() => setAsking(false)} />}
    </section>
  )
}
