import { useApp, useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { useRoom } from './RoomContext.ts'

/** Where what was written is kept. Says "saved" only of what the server has. */
export function SavedState() {
  const { say } = useApp()
  const { state, practice } = useRoom()
  const line = useObserved(useWork().connection.line)
  const how =
    line === 'offline' || line === 'signed-out'
      ? line
      : state.pending.length > 0 || practice?.unsent
        ? 'device'
        : state.joined
          ? 'saved'
          : 'connecting'
  return (
    <p class={`saved saved--${how}`} role="status">
      {say(`saved/${how}`)}
      {how === 'signed-out' && (
        <>
          {' '}
          <a href="/">{say('who/title')}</a>
        </>
      )}
    </p>
  )
}
