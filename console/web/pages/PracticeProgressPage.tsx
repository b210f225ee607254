import { ChangeFindings } from '../practice/progress/ChangeFindings.tsx'
import { DrillsSoFar } from '../practice/progress/DrillsSoFar.tsx'
import { ProgressChart } from '../practice/progress/ProgressChart.tsx'
import { useProgress } from '../practice/progress/ProgressContext.ts'
import { ProgressFrame } from '../practice/progress/ProgressFrame.tsx'
import { ScoredApart } from '../practice/progress/ScoredApart.tsx'
import { ScoredTalks } from '../practice/progress/ScoredTalks.tsx'
import { useApp } from '../session/AppContext.ts'
import { nameOf } from '../session/usePersonName.ts'

/** Someone's practice over time: one's own, or that of someone one trains. */
export function PracticeProgressPage() {
  const { say } = useApp()
  return (
    <ProgressFrame titles={{ own: say('practice/progress'), theirs: say('over-time/theirs') }}>
      <OverTime />
    </ProgressFrame>
  )
}

function OverTime() {
  const { say } = useApp()
  const { progress, trainee, isOwn } = useProgress()
  const whose = !isOwn && (
    <p class="govuk-body-l">
      <bdi>{nameOf(trainee, say)}</bdi>
    </p>
  )
  if (progress.points.length === 0) {
    return (
      <>
        {whose}
        <div class="empty">
          <p class="govuk-body-l">{say(isOwn ? 'over-time/none' : 'over-time/none-theirs')}</p>
          {isOwn && (
            <>
              <p class="govuk-body">{say('over-time/none-why')}</p>
              <a class="button" href="/practice">
                {say('over-time/choose')}
              </a>
            </>
          )}
        </div>
      </>
    )
  }
  const query = isOwn ? '' : `?${new URLSearchParams({ trainee: trainee.id })}`
  return (
    <>
      {whose}
      <section aria-labelledby="over-time">
        <h2 class="govuk-heading-m" id="over-time">
          {say('over-time/title')}
        </h2>
        <ChangeFindings />
        <ProgressChart />
      </section>
      <div class="debrief-do no-print">
        <a class="button button--quiet" href={`/practice/progress/record${query}`}>
          {say('over-time/to-record')}
        </a>
        {!isOwn && (
          <a class="button button--quiet" href="/practice/cohort">
            {say('over-time/to-cohort')}
          </a>
        )}
      </div>
      <ScoredApart />
      <ScoredTalks />
      <DrillsSoFar />
    </>
  )
}
