import type { Score } from '../../../../dialogs/practice/progress/attemptScores.ts'
import { useApp } from '../../session/AppContext.ts'
import { Scrolled } from '../../shared/Scrolled.tsx'
import { dayOnly } from '../../words/timeWords.ts'
import { lineOf, useProgress } from './ProgressContext.ts'
import { scoredParts } from './scoredParts.ts'
import { useTalkName } from './useTalkName.ts'

const most = 6

/** What is no matter of questions, each by itself in the newest talks: practice with a simulated child moves questions, and support apart (Krause 2024). */
export function ScoredApart() {
  const { say, language } = useApp()
  const { progress, attempts } = useProgress()
  const talkName = useTalkName()
  const newest = progress.points.slice(-most)
  return (
    <section class="apart" aria-labelledby="apart">
      <h2 class="govuk-heading-m" id="apart">
        {say('over-time/apart')}
      </h2>
      <p class="govuk-body">{say('over-time/apart-why')}</p>
      <Scrolled class="apart__frame" aria-label={say('over-time/apart-table')}>
        <table class="apart__table">
          <caption class="govuk-visually-hidden">{say('over-time/apart')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('debrief/what')}</th>
              {newest.map(({ attempt }) => {
                const line = lineOf(attempts, attempt)
                return (
                  <th key={attempt} scope="col">
                    <a href={`/practice/${attempt}/debrief`}>
                      {dayOnly(line.beganAt, language)}
                      <span class="govuk-visually-hidden">: {talkName(line)}</span>
                    </a>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say('over-time/part-confidentiality')}</th>
              {newest.map(({ attempt, scores }) => (
                <td key={attempt}>{say(`over-time/explained-${scores.explained}`)}</td>
              ))}
            </tr>
            {scoredParts.map(part => (
              <tr key={part}>
                <th scope="row">{say(`over-time/part-${part}`)}</th>
                {newest.map(({ attempt, scores }) => (
                  <td key={attempt}>
                    <ScoreBar score={scores[part]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  )
}

function ScoreBar({ score }: { score: Score }) {
  const { say } = useApp()
  if (score.of === 0) return <span class="apart__none">{say('over-time/did-not-arise')}</span>
  return (
    <span class="apart__score">
      {say('debrief/of', { done: score.done, of: score.of })}
      <span class="apart__bar" aria-hidden="true">
        <span class="apart__part" style={{ inlineSize: `${(score.done / score.of) * 100}%` }} />
      </span>
    </span>
  )
}
