import { useApp } from '../../session/AppContext.ts'
import { ClassLegend } from './ClassLegend.tsx'
import { useDebrief } from './DebriefContext.ts'
import { OneTurn } from './OneTurn.tsx'
import { shownTurns, type TurnFilter, turnFilters } from './shownTurns.ts'

interface Props {
  filter: TurnFilter
  onFilter: (filter: TurnFilter) => void
}

/** The talk, turn by turn, each with its class, why it was coded so and what it did. */
export function TurnTimeline({ filter, onFilter }: Props) {
  const { say } = useApp()
  const { debrief, notes, scenario } = useDebrief()
  const shown = shownTurns(debrief.turns, notes, filter)
  return (
    <section class="turns" aria-labelledby="talk">
      <h2 class="govuk-heading-m" id="talk">
        {say('debrief/talk')}
      </h2>
      <div class="turns__over">
        <ClassLegend />
        <fieldset class="turns__filters no-print">
          <legend class="govuk-visually-hidden">{say('debrief/show')}</legend>
          {turnFilters.map(each => (
            <button
              key={each}
              type="button"
              class="button button--quiet"
              aria-pressed={each === filter}
              onClick={() => onFilter(each)}
            >
              {say(`debrief/show-${each}`)} ({shownTurns(debrief.turns, notes, each).length})
            </button>
          ))}
        </fieldset>
      </div>
      <p class="turns__opening" lang="en" dir="auto">
        <span class="turn__who">{scenario.person.name}</span> <q class="turn__words">{scenario.opening.says}</q>
      </p>
      {shown.length === 0 && (
        <p class="govuk-body">{say(`debrief/none-${filter === 'weak' ? 'weak' : 'commented'}`)}</p>
      )}
      <ol class="turns__all">
        {shown.map(turn => (
          <OneTurn key={turn.number} turn={turn} />
        ))}
      </ol>
    </section>
  )
}
