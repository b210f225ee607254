import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { useInterpreters } from './useInterpreters.ts'

/** That an interpreter has the script open, who it is, and how to end it. */
export function InterpretersHere() {
  const { say } = useApp()
  const { room } = useRoom()
  const { here, end } = useInterpreters(room.interview)
  if (here.length === 0) return null
  return (
    <ul class="interpreters" aria-label={say('interpreter/here')}>
      {here.map(({ id, name, agency }) => (
        <li key={id} class="interpreters__one">
          <span>
            {say('interpreter/who')} <bdi>{name}</bdi>, <bdi>{agency}</bdi>
          </span>
          <button type="button" class="button button--quiet" onClick={() => void end(id)}>
            {say('interpreter/end')}
          </button>
        </li>
      ))}
    </ul>
  )
}
