import type { TopicProgress } from '../../../dialogs/plan/progress.ts'

/** How a topic stands, in one word of ours. */
export type TopicState = 'not-begun' | 'some-left' | 'done' | 'skipped'

export function topicState({ answered, notAsked, left }: TopicProgress): TopicState {
  if (left > 0) return answered + notAsked === 0 ? 'not-begun' : 'some-left'
  return answered === 0 ? 'skipped' : 'done'
}
