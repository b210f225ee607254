import { progressOf, type TopicProgress } from '../../../dialogs/plan/progress.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'
import { topicState } from './topicState.ts'

/** All topics and how each stands: a tap goes there. The young person leads, so the talk may go anywhere at any time. */
export function TopicsPanel({ onGone }: { onGone: () => void }) {
  const { say } = useApp()
  const { room, guide, record, step, screenWords } = useRoom()
  const progress = progressOf(guide, record)
  const byStage = Map.groupBy(progress.topics, (topic: TopicProgress) => topic.stage)
  const go = (to: string) => {
    void room.act({ do: 'go', to })
    onGone()
  }
  return (
    <div class="topics">
      <h2 class="side__title">{say('topics/title')}</h2>
      {[...byStage].map(([stage, topics]) => (
        <section key={stage} class="topics__stage" aria-labelledby={`stage-${stage}`}>
          <h3 class="topics__name" id={`stage-${stage}`}>
            {screenWords(`stage/${stage}`)}
          </h3>
          <ul class="topics__list">
            {topics.map(topic => {
              const here = step.kind === 'ask' && step.topic.id === topic.topic
              const how = topicState(topic)
              return (
                <li key={topic.topic}>
                  <button
                    type="button"
                    class="topics__go"
                    aria-current={here ? 'step' : undefined}
                    disabled={step.kind === 'ask' && step.concern !== undefined}
                    onClick={() => go(topic.topic)}
                  >
                    <span>{screenWords(`topic/${topic.topic}`)}</span>
                    <span class={`topic-state topic-state--${here ? 'here' : how}`}>
                      {say(here ? 'topics/here' : `topics/${how}`)}
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      <details class="fold">
        <summary>{say('topics/open', { open: progress.coverage.open.length, total: progress.coverage.total })}</summary>
        <ul class="topics__open">
          {progress.coverage.open.map(id => (
            <li key={id}>{screenWords(`coverage/${id}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
