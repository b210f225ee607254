import type { ScenarioCard } from '../../contract/practice.ts'
import { useApp } from '../session/AppContext.ts'
import { ScenarioFacts } from './ScenarioFacts.tsx'

/** A young person to choose: who they are, what it is about and what may be hard to hear, and nothing of what is to be found out. */
export function ScenarioCardView({ card }: { card: ScenarioCard }) {
  const { say } = useApp()
  const { id, title, about, theme, person, warnings } = card
  return (
    <article class="young-person" aria-labelledby={`young-${id}`}>
      <h3 class="young-person__name" id={`young-${id}`}>
        {say('practice/name-age', { name: person.name, age: person.age })}
      </h3>
      <p class="young-person__title" lang="en" dir="auto">
        {title}
      </p>
      <p class="young-person__theme">{say(`practice/theme-${theme}`)}</p>
      <p class="young-person__about" lang="en" dir="auto">
        {about}
      </p>
      <ScenarioFacts card={card} />
      {warnings.length > 0 && (
        <div class="young-person__warnings">
          <p class="young-person__hard">{say('practice/may-be-hard')}</p>
          <ul lang="en" dir="auto">
            {warnings.map(warning => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <a class="button young-person__go" href={`/practice/begin/${id}`}>
        {say('practice/with', { name: person.name })}
      </a>
    </article>
  )
}
