import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { ConcernList } from './ConcernList.tsx'
import { recordGroups } from './recordGroups.ts'
import { TopicFields } from './TopicFields.tsx'

/** The record as it fills, by topic. Anything in it can be put right, and anything missing put straight in. */
export function RecordPanel() {
  const { say } = useApp()
  const { guide, record, step } = useRoom()
  const groups = recordGroups(guide, record)
  const here = step.kind === 'ask' ? step.topic.id : undefined
  const nothingYet = groups.every(group => group.filled.length === 0)
  return (
    <div class="record">
      <h2 class="side__title">{say('record/title')}</h2>
      <ConcernList />
      {nothingYet && <p class="govuk-body">{say('record/empty')}</p>}
      {groups
        .filter(group => group.filled.length > 0 || group.topic.id === here)
        .toSorted((a, b) => Number(b.topic.id === here) - Number(a.topic.id === here))
        .map(group => (
          <TopicFields key={group.topic.id} group={group} />
        ))}
      <details class="fold">
        <summary>{say('record/other-topics')}</summary>
        {groups
          .filter(group => group.filled.length === 0 && group.topic.id !== here && group.empty.length > 0)
          .map(group => (
            <TopicFields key={group.topic.id} group={group} />
          ))}
      </details>
    </div>
  )
}
