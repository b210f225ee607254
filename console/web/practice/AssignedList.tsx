import type { Assignment, PracticePerson, ScenarioCard } from '../../contract/practice.ts'
import { useApp } from '../session/AppContext.ts'
import { nameOf } from '../session/usePersonName.ts'
import { wholeDate } from '../words/timeWords.ts'

interface Props {
  assignments: readonly Assignment[]
  scenarios: readonly ScenarioCard[]
  people: readonly PracticePerson[]
}

/** What a trainer asked for and is still to be done, the soonest due first. */
export function AssignedList({ assignments, scenarios, people }: Props) {
  const { say, language } = useApp()
  const open = assignments
    .filter(({ doneWith }) => doneWith === undefined)
    .toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
  if (open.length === 0) return null
  return (
    <section aria-labelledby="assigned">
      <h2 class="govuk-heading-m" id="assigned">
        {say('practice/asked-of-you')}
      </h2>
      <ul class="attempts">
        {open.map(({ id, scenario, level, due, note, by }) => {
          const card = scenarios.find(each => each.id === scenario)
          const trainer = people.find(each => each.id === by)
          const how = new URLSearchParams({ assignment: id, level }).toString()
          return (
            <li key={id} class="attempts__one">
              <div class="attempts__about">
                <p class="attempts__who">{card ? `${card.person.name}: ${card.title}` : say('practice/gone')}</p>
                <p class="attempts__when">
                  {say(`practice/level-${level}`)}
                  {trainer && <> · {say('practice/asked-by', { by: nameOf(trainer, say) })}</>}
                  {due && <> {say('practice/due', { date: wholeDate(due, language) })}</>}
                </p>
                {note && (
                  <p class="attempts__note" dir="auto">
                    {note}
                  </p>
                )}
              </div>
              {card && (
                <a class="button" href={`/practice/begin/${card.id}?${how}`}>
                  {say('practice/with', { name: card.person.name })}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
