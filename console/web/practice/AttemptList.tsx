import { useId } from 'preact/hooks'
import type { AttemptLine, ScenarioCard } from '../../contract/practice.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'

interface Props {
  title: string
  attempts: readonly AttemptLine[]
  scenarios: readonly ScenarioCard[]
}

/** Attempts, each with the way back into it, or to what can be learnt from it once it has ended. */
export function AttemptList({ title, attempts, scenarios }: Props) {
  const { say, language } = useApp()
  const id = useId()
  if (attempts.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <ul class="attempts">
        {attempts.map(attempt => {
          const card = scenarios.find(each => each.id === attempt.scenario)
          const name = card?.person.name ?? say('practice/gone')
          return (
            <li key={attempt.id} class="attempts__one">
              <div class="attempts__about">
                <p class="attempts__who">{card ? `${name}: ${card.title}` : name}</p>
                <p class="attempts__when">
                  {say('practice/attempt-about', {
                    level: say(`practice/level-${attempt.level}`),
                    when: dayAndTime(attempt.beganAt, language),
                    turns: attempt.turns,
                  })}
                  {attempt.ended && <> · {say(`practice/ended-${attempt.ended}`)}</>}
                </p>
                {attempt.retryOf && (
                  <p class="attempts__note">{say('practice/again-from', { from: attempt.retryOf.from })}</p>
                )}
              </div>
              <a
                class="button button--quiet"
                href={attempt.ended ? `/practice/${attempt.id}/debrief` : `/practice/${attempt.id}`}
              >
                {say(attempt.ended ? 'practice/look-at' : 'practice/go-on', { name })}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
