import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

interface Props {
  next: string
  onNext: () => void
  onSkip: () => void
  /** Left out where it cannot be said of this prompt. */
  onRatherNot?: (() => void) | undefined
}

/** One thing to do next, always in the same place; the other ways to move beside it. */
export function MoveBar({ next, onNext, onSkip, onRatherNot }: Props) {
  const { say } = useApp()
  const { room, record, step } = useRoom()
  const here = step.kind === 'ask' ? record.trail.indexOf(step.prompt.id) : -1
  const first = (here === -1 ? record.trail.length : here) === 0
  const inConcern = step.kind === 'ask' && step.concern !== undefined
  return (
    <div class="move-bar">
      {!inConcern && (
        <button
          type="button"
          class="button button--quiet"
          disabled={first}
          onClick={() => void room.act({ do: 'back' })}
        >
          {say('room/back')}
        </button>
      )}
      <button type="button" class="button button--quiet" onClick={onSkip}>
        {say('room/skip')}
      </button>
      {onRatherNot && (
        <button type="button" class="button button--quiet" onClick={onRatherNot}>
          {say('room/rather-not')}
        </button>
      )}
      <button type="button" class="button button--next" onClick={onNext}>
        {next}
      </button>
    </div>
  )
}
