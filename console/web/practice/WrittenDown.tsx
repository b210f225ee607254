import { recordGroups } from '../record/recordGroups.ts'
import { WrittenStages } from '../record/WrittenStages.tsx'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { Scrolled } from '../shared/Scrolled.tsx'

/** What was written down of a practice talk, to be read. */
export function WrittenDown() {
  const { say } = useApp()
  const { guide, record } = useRoom()
  const hasAny = recordGroups(guide, record).some(({ filled }) => filled.length > 0)
  return (
    // Nothing in it takes the focus.
    <Scrolled class="room__now written-down" aria-labelledby="written-down">
      <h2 class="govuk-heading-m" id="written-down">
        {say('practice/written-down')}
      </h2>
      {hasAny ? <WrittenStages /> : <p class="govuk-body">{say('practice/nothing-written')}</p>}
    </Scrolled>
  )
}
