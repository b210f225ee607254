import { useApp } from '../../session/AppContext.ts'
import { nameOf } from '../../session/usePersonName.ts'
import { useCohort } from './CohortContext.ts'

/** Who talks at this moment, and the way to watch: nothing can be changed by watching. */
export function NowPractising() {
  const { say } = useApp()
  const { lines, talkName } = useCohort()
  const now = lines.flatMap(({ person, now }) => (now ? [{ person, attempt: now }] : []))
  return (
    <section aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        {say('cohort/now')}
      </h2>
      {now.length === 0 ? (
        <p class="govuk-body">{say('cohort/now-nobody')}</p>
      ) : (
        <ul class="attempts">
          {now.map(({ person, attempt }) => {
            const name = nameOf(person, say)
            return (
              <li key={attempt.id} class="attempts__one">
                <div class="attempts__about">
                  <p class="attempts__who">
                    <bdi>{name}</bdi>
                  </p>
                  <p class="attempts__when">
                    {say('cohort/now-with', {
                      talk: talkName(attempt),
                      level: say(`practice/level-${attempt.level}`),
                      turns: attempt.turns,
                    })}
                  </p>
                </div>
                <a class="button" href={`/practice/${attempt.id}`}>
                  {say('cohort/watch')}
                  <span class="govuk-visually-hidden">: {name}</span>
                </a>
                <a class="button button--quiet" href={`/practice/${attempt.id}/debrief`}>
                  {say('cohort/comment')}
                  <span class="govuk-visually-hidden">: {name}</span>
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
