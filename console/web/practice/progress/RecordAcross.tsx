import type { Score } from '../../../../dialogs/practice/progress/attemptScores.ts'
import { useApp } from '../../session/AppContext.ts'
import { nameOf } from '../../session/usePersonName.ts'
import { Scrolled } from '../../shared/Scrolled.tsx'
import { dayOnly } from '../../words/timeWords.ts'
import { lineOf, useProgress } from './ProgressContext.ts'
import { useTalkName } from './useTalkName.ts'

/** What was practised, talk by talk, to print and keep: scenario, version, level, date and figures, and nothing of what anyone can do. */
export function RecordAcross() {
  const { say, language } = useApp()
  const { progress, attempts, isOwn, trainee } = useProgress()
  const talkName = useTalkName()
  const of = ({ done, of: all }: Score) => (all === 0 ? '–' : say('debrief/of', { done, of: all }))
  const back = isOwn ? '/practice/progress' : `/practice/progress?${new URLSearchParams({ trainee: trainee.id })}`
  const head = [
    say('debrief/fact-scenario'),
    say('debrief/fact-version-head'),
    say('debrief/fact-level'),
    say('over-time/when'),
    say('debrief/score-recommended'),
    say('over-time/part-told'),
    say('over-time/part-supported'),
    say('over-time/part-confidentiality'),
    say('over-time/part-opening'),
    say('over-time/part-closing'),
    say('over-time/part-stages'),
  ]
  return (
    <>
      <div class="debrief-do no-print">
        <a class="button button--quiet" href={back}>
          {say('over-time/to-progress')}
        </a>
        <button type="button" class="button" onClick={() => print()}>
          {say('debrief/print')}
        </button>
      </div>
      <p class="govuk-body">{say('over-time/of-whom', { name: nameOf(trainee, say) })}</p>
      <Scrolled class="apart__frame" aria-label={say('over-time/record')}>
        <table class="apart__table apart__table--record">
          <caption class="govuk-visually-hidden">{say('over-time/record')}</caption>
          <thead>
            <tr>
              {head.map(each => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {progress.points.map(({ attempt, scores, isRetry }) => {
              const line = lineOf(attempts, attempt)
              return (
                <tr key={attempt}>
                  <th scope="row">
                    {talkName(line)}
                    {isRetry && <span class="apart__none"> ({say('over-time/retry')})</span>}
                  </th>
                  <td>{line.version}</td>
                  <td>{say(`practice/level-${line.level}`)}</td>
                  <td>{dayOnly(line.beganAt, language)}</td>
                  <td>{of(scores.recommended)}</td>
                  <td>{of(scores.told)}</td>
                  <td>{of(scores.supported)}</td>
                  <td>{say(`over-time/explained-${scores.explained}`)}</td>
                  <td>{of(scores.opening)}</td>
                  <td>{of(scores.closing)}</td>
                  <td>{of(scores.stages)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolled>
      <p class="govuk-body">{say('over-time/record-is')}</p>
      <p class="govuk-body">{say('debrief/rests-on')}</p>
    </>
  )
}
