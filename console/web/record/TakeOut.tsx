import { useState } from 'preact/hooks'
import type { Entry } from '../../../dialogs/record/record.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'

/** Takes an entry out of the record, after asking once. It stays in the history. */
export function TakeOut({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const { say } = useApp()
  const { room } = useRoom()
  const [sure, ask] = useState(false)
  if (!sure) {
    return (
      <button type="button" class="text-button" onClick={() => ask(true)}>
        {say('field/take-out')}
      </button>
    )
  }
  return (
    <div class="take-out">
      <p>{say('field/take-out-sure')}</p>
      <button
        type="button"
        class="button"
        onClick={() => void room.act({ do: 'withdraw', event: entry.event }).then(onDone)}
      >
        {say('field/take-out')}
      </button>
      <button type="button" class="button button--quiet" onClick={() => ask(false)}>
        {say('field/leave-in')}
      </button>
    </div>
  )
}
