import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { apartFrom } from './apartFrom.ts'
import { FieldTitle } from './FieldTitle.tsx'
import { UncheckedMark } from './UncheckedMark.tsx'

/** What they chose not to say, what was not asked, and what was told to them: three lists, never one. */
export function ListedApart() {
  const { say } = useApp()
  const { guide, record, screenWords } = useRoom()
  const stageOf = (field: string) => promptsIn(guide).get(field)?.stage.id ?? ''
  const apart = apartFrom(guide, record)
  return (
    <>
      {(['choseNotToSay', 'notAsked', 'spoken'] as const).map(list => (
        <section key={list} class="written__apart" aria-labelledby={`written-${list}`}>
          <h2 class="govuk-heading-m" id={`written-${list}`}>
            {say(`written/${list}`)}
          </h2>
          {apart[list].length === 0 ? (
            <p class="govuk-body">{say('written/nothing')}</p>
          ) : (
            [...Map.groupBy(apart[list], stageOf)].map(([stage, fields]) => (
              <div key={stage} class="written__group">
                {stage && <h3 class="govuk-heading-s">{screenWords(`stage/${stage}`)}</h3>}
                <ul class="written__list">
                  {fields.map(field => (
                    <li key={field}>
                      <FieldTitle field={field} /> {list === 'spoken' && <UncheckedMark field={field} />}
                    </li>
                  ))}
                </ul>
              </div>
            ))
          )}
        </section>
      ))}
    </>
  )
}
