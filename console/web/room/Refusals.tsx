import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { NotTaken } from './NotTaken.tsx'
import { useRoom } from './RoomContext.ts'

/** What the server would not take, each until someone has dealt with it. */
export function Refusals() {
  const { state } = useRoom()
  if (state.refused.length === 0) return null
  return (
    <div class="room__refused">
      {state.refused.map(refused =>
        refused.problem === 'changed-meanwhile' ? (
          <ChangedMeanwhile key={refused.pending.payload.id} refused={refused} />
        ) : (
          <NotTaken key={refused.pending.payload.id} refused={refused} />
        ),
      )}
    </div>
  )
}
