import { deadlines } from '../../casework/clocks/deadlines.ts'
import type { DeskLine } from '../../casework/episode/deskLine.ts'
import { mayDo } from '../../casework/roles.ts'
import type { AskDesk } from '../../contract/cases.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import type { DeskFilter } from './deskView.ts'

interface Props {
  which: AskDesk['which']
  onWhich: (which: AskDesk['which']) => void
  filter: DeskFilter
  onFilter: (filter: DeskFilter) => void
  lines: readonly DeskLine[]
}

/** Which lines are shown. */
export function DeskFilters({ which, onWhich, filter, onFilter, lines }: Props) {
  const { say } = useApp()
  const { person } = useWork()
  const there = new Set(lines.flatMap(({ due }) => due.map(({ id }) => id)))
  const shown = (['open', 'mine', 'to-review', 'sent-back', 'closed'] as const).filter(
    each => each !== 'to-review' || mayDo(person.role, 'case.review'),
  )
  const clocks = deadlines.filter(({ id }) => there.has(id) || id === filter.clock)
  return (
    <section class="desk__filters" aria-label={say('desk/filters')}>
      {shown.map(each => (
        <button
          key={each}
          type="button"
          class="button button--quiet"
          aria-pressed={which === each}
          onClick={() => onWhich(each)}
        >
          {say(`desk/which-${each}`)}
        </button>
      ))}
      {which !== 'closed' && (
        <>
          <button
            type="button"
            class="button button--quiet"
            aria-pressed={filter.lateOnly}
            onClick={() => onFilter({ ...filter, lateOnly: !filter.lateOnly })}
          >
            {say('desk/late-only')}
          </button>
          <div class="desk__clock">
            <label class="govuk-visually-hidden" for="desk-clock">
              {say('desk/by-clock')}
            </label>
            <select
              class="govuk-select"
              id="desk-clock"
              value={filter.clock}
              onChange={event => onFilter({ ...filter, clock: event.currentTarget.value })}
            >
              <option value="">{say('desk/any-clock')}</option>
              {clocks.map(({ id }) => (
                <option key={id} value={id}>
                  {say(`clock/${id as 'DL-01'}`)}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </section>
  )
}
