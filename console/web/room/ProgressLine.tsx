import { useId } from 'preact/hooks'
import { progressOf } from '../../../dialogs/plan/progress.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** How far this stage and the whole have come, quietly. */
export function ProgressLine() {
  const { say } = useApp()
  const { guide, record, step } = useRoom()
  const id = useId()
  const progress = progressOf(guide, record)
  const here = progress.topics.filter(each => step.kind === 'ask' && each.stage === step.stage.id)
  const total = here.reduce((sum, topic) => sum + topic.prompts.length, 0)
  const left = here.reduce((sum, topic) => sum + topic.left, 0)
  return (
    <div class="bar__progress">
      <span id={id}>
        {total > 0
          ? say('progress/stage', { done: total - left, total })
          : say('progress/whole', { done: progress.total - progress.left, total: progress.total })}
      </span>
      <progress
        class="progress"
        aria-labelledby={id}
        max={Math.max(progress.total, 1)}
        value={progress.total - progress.left}
      />
    </div>
  )
}
