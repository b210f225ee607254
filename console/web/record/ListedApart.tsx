import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { apartFrom } from './apartFrom.ts'
import { FieldTitle } from './FieldTitle.tsx'

/** What they chose not to say, what was not asked, and what was told to them: three lists, never one. */
export function ListedApart() {
  const { say } = useApp()
  const { guide, record } = useRoom()
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
            <ul class="written__list">
              {apart[list].map(field => (
                <li key={field}>
                  <FieldTitle field={field} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}
