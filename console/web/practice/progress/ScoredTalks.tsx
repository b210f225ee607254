import { useApp } from '../../session/AppContext.ts'
import { dayAndTime } from '../../words/timeWords.ts'
import { lineOf, useProgress } from './ProgressContext.ts'
import { useTalkName } from './useTalkName.ts'

/** Every talk that has ended, the newest first, each with the way to what can be learnt from it. */
export function ScoredTalks() {
  const { say, language } = useApp()
  const { progress, attempts, scenarios } = useProgress()
  const talkName = useTalkName()
  return (
    <section aria-labelledby="scored">
      <h2 class="govuk-heading-m" id="scored">
        {say('over-time/talks')}
      </h2>
      <ul class="attempts">
        {progress.points.toReversed().map(({ attempt, scores, isRetry }) => {
          const line = lineOf(attempts, attempt)
          const name = scenarios.find(({ id }) => id === line.scenario)?.person.name ?? say('practice/gone')
          return (
            <li key={attempt} class="attempts__one">
              <div class="attempts__about">
                <p class="attempts__who">{talkName(line)}</p>
                <p class="attempts__when">
                  {say('practice/attempt-about', {
                    level: say(`practice/level-${line.level}`),
                    when: dayAndTime(line.beganAt, language),
                    turns: line.turns,
                  })}
                </p>
                <p class="attempts__when">
                  {scores.recommended.of === 0
                    ? say('debrief/classes-none')
                    : say('over-time/recommended-of', { ...scores.recommended })}
                </p>
                {isRetry && <p class="attempts__note">{say('over-time/retry-why')}</p>}
              </div>
              <a class="button button--quiet" href={`/practice/${attempt}/debrief`}>
                {say('practice/look-at', { name })}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
