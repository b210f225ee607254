import { useRoom } from '../room/RoomContext.ts'
import { recordGroups } from './recordGroups.ts'
import { WrittenField } from './WrittenField.tsx'

/** What was said, by stage and topic. */
export function WrittenStages() {
  const { guide, record, screenWords } = useRoom()
  const groups = recordGroups(guide, record)
    .map(group => ({ ...group, filled: group.filled.filter(field => !onlyKeptBack(field.entries)) }))
    .filter(group => group.filled.length > 0)
  const stages = Map.groupBy(groups, group => group.stage)
  return (
    <>
      {[...stages].map(([stage, inStage]) => (
        <section key={stage} class="written__stage" aria-labelledby={`written-${stage}`}>
          <h2 class="govuk-heading-m" id={`written-${stage}`}>
            {screenWords(`stage/${stage}`)}
          </h2>
          {inStage.map(group => (
            <section key={group.topic.id} aria-labelledby={`written-${group.topic.id}`}>
              <h3 class="govuk-heading-s" id={`written-${group.topic.id}`}>
                {screenWords(`topic/${group.topic.id}`)}
              </h3>
              {group.filled.map(field => (
                <WrittenField key={field.id} field={field} />
              ))}
            </section>
          ))}
        </section>
      ))}
    </>
  )
}

const onlyKeptBack = (entries: readonly { value: { kind: string; told?: string } }[]) =>
  entries.length > 0 &&
  entries.every(({ value }) => value.kind === 'chose-not-to-say' || value.told === 'chose-not-to-say')
