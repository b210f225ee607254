import { useApp } from '../../session/AppContext.ts'
import { nameOf } from '../../session/usePersonName.ts'
import { dayOnly } from '../../words/timeWords.ts'
import { useCohort } from './CohortContext.ts'

/** Codes that a trainee thinks wrong and nobody has answered. They are answered beside the turn itself. */
export function Disputed() {
  const { say, language } = useApp()
  const { lines, talkName } = useCohort()
  const all = lines.flatMap(({ person, disputed }) => disputed.map(each => ({ person, ...each })))
  if (all.length === 0) return null
  return (
    <section aria-labelledby="disputed">
      <h2 class="govuk-heading-m" id="disputed">
        {say('cohort/disputed')}
      </h2>
      <ul class="attempts attempts--first">
        {all.map(({ person, attempt, number }) => {
          const name = nameOf(person, say)
          return (
            <li key={attempt.id} class="attempts__one">
              <div class="attempts__about">
                <p class="attempts__who">
                  <bdi>{name}</bdi>: {say('cohort/disputed-number', { number })}
                </p>
                <p class="attempts__when">
                  {talkName(attempt)} · {dayOnly(attempt.beganAt, language)}
                </p>
              </div>
              <a class="button" href={`/practice/${attempt.id}/debrief`}>
                {say('cohort/answer')}
                <span class="govuk-visually-hidden">: {name}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
