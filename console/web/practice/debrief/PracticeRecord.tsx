import { questionClasses } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { attemptScores, type Score } from '../../../../dialogs/practice/progress/attemptScores.ts'
import type { AttemptDebriefResponse } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { nameOf } from '../../session/usePersonName.ts'
import { dayAndTime } from '../../words/timeWords.ts'
import { codeWords } from '../codeWords.ts'
import { PracticeFrame } from '../PracticeFrame.tsx'

/** A record of one practice talk to print and keep: scenario, version, level, date and figures, and nothing of what anyone can do. */
export function PracticeRecord({
  response: { attempt, scenario, debrief, trainee },
}: {
  response: AttemptDebriefResponse
}) {
  const { say, language } = useApp()
  const words = codeWords(say)
  const scores = attemptScores(debrief)
  const of = ({ done, of: all }: Score) =>
    all === 0 ? say('debrief/nothing-to-count') : say('debrief/of', { done, of: all })
  const facts = [
    [say('debrief/fact-trainee'), nameOf(trainee, say)],
    [say('debrief/fact-scenario'), scenario.title],
    [say('debrief/fact-version-head'), String(attempt.version)],
    [say('debrief/fact-level'), say(`practice/level-${attempt.level}`)],
    [say('debrief/fact-when'), dayAndTime(attempt.beganAt, language)],
    [say('debrief/fact-ended'), attempt.ended ? say(`practice/ended-${attempt.ended}`) : say('debrief/ended-not')],
    [say('debrief/fact-turns'), String(debrief.turns.length)],
  ] as const
  const figures = [
    [say('debrief/score-recommended'), of(scores.recommended)],
    [say('debrief/score-told'), of(scores.told)],
    [say('debrief/score-supported'), of(scores.supported)],
    [say('debrief/score-opening'), of(scores.opening)],
    [say('debrief/score-closing'), of(scores.closing)],
    [say('debrief/score-stages'), of(scores.stages)],
    [words.measure('confidentiality'), words.explained(scores.explained)],
    [say('debrief/score-weak'), String(scores.weak)],
    [say('debrief/score-missed'), String(scores.missedCues)],
    [say('debrief/score-led'), String(scores.mistakesLed)],
    ...questionClasses.map(code => [words.class(code), String(debrief.questions.byClass[code])] as const),
  ] as const
  return (
    <PracticeFrame title={say('debrief/record-title')}>
      <div class="debrief-do no-print">
        <a class="button button--quiet" href={`/practice/${attempt.id}/debrief`}>
          {say('debrief/to-debrief')}
        </a>
        <button type="button" class="button" onClick={() => print()}>
          {say('debrief/print')}
        </button>
      </div>
      <Pairs caption={say('debrief/record-talk')} rows={facts} />
      <Pairs caption={say('debrief/record-figures')} rows={figures} />
      <p class="govuk-body">{say('debrief/record-is')}</p>
      <p class="govuk-body">{say('debrief/rests-on')}</p>
    </PracticeFrame>
  )
}

function Pairs({ caption, rows }: { caption: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <table class="debrief-table debrief-table--record">
      <caption class="govuk-heading-m">{caption}</caption>
      <tbody>
        {rows.map(([what, value]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
