import type { Refused } from '../live/pending.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** Something that could not be recorded, and why; any words in it stay readable until they are put away. */
export function NotTaken({ refused }: { refused: Refused }) {
  const { say } = useApp()
  const { room } = useRoom()
  const intent = refused.pending.kind === 'reply' ? refused.pending.payload.intent : undefined
  const words = intent && 'words' in intent ? intent.words : undefined
  return (
    <section class="refusal" role="alert">
      <p class="refusal__why">{say(`problem/${refused.problem}`)}</p>
      {words && (
        <blockquote class="refusal__words" dir="auto">
          {words}
        </blockquote>
      )}
      <button type="button" class="button button--quiet" onClick={() => void room.settle(refused)}>
        {say('refusal/put-away')}
      </button>
    </section>
  )
}
