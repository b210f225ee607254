import { useApp } from '../../session/AppContext.ts'
import { useDebrief } from './DebriefContext.ts'

/** A way to one turn of the timeline. */
export function TurnLink({ turn }: { turn: number }) {
  const { say } = useApp()
  const { goTo } = useDebrief()
  return (
    <a
      class="turn-link"
      href={`#turn-${turn}`}
      onClick={event => {
        event.preventDefault()
        goTo(turn)
      }}
    >
      {say('debrief/turn', { number: turn })}
    </a>
  )
}

/** Ways to several turns; the first few, where there are many. */
export function TurnLinks({ turns }: { turns: readonly number[] }) {
  const { say } = useApp()
  if (turns.length === 0) return null
  const shown = turns.slice(0, most)
  return (
    <span class="turn-links">
      {shown.map(turn => (
        <TurnLink key={turn} turn={turn} />
      ))}
      {turns.length > shown.length && <span>{say('debrief/turns-more', { number: turns.length - shown.length })}</span>}
    </span>
  )
}

const most = 4
