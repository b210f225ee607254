import { useState } from 'preact/hooks'
import { DidNotCome } from '../languages/DidNotCome.tsx'
import { AssignForm } from '../practice/cohort/AssignForm.tsx'
import { CohortContext } from '../practice/cohort/CohortContext.ts'
import { CohortPerson } from '../practice/cohort/CohortPerson.tsx'
import { cohortLines } from '../practice/cohort/cohortLines.ts'
import { Disputed } from '../practice/cohort/Disputed.tsx'
import { NowPractising } from '../practice/cohort/NowPractising.tsx'
import { useCohortOf } from '../practice/cohort/useCohortOf.ts'
import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { useApp, useWork } from '../session/AppContext.ts'

/** For a trainer: the people of their team, who needs something first, who talks now, and what was asked of them. */
export function CohortPage() {
  const { say } = useApp()
  const { person } = useWork()
  const { cohort, scenarios, shares, failed, again } = useCohortOf()
  const [isAsking, setAsking] = useState(false)
  const [asked, setAsked] = useState<number>()
  const lines = cohort ? cohortLines(cohort, { me: person.id, now: Date.now(), today: londonToday() }) : []
  const talkName = ({ scenario }: { scenario: string }) => {
    const card = scenarios.find(({ id }) => id === scenario)
    return card ? `${card.person.name}: ${card.title}` : say('practice/gone')
  }
  return (
    <PracticeFrame title={say('practice/cohort')}>
      {failed && <DidNotCome again={again} />}
      {!cohort && !failed && (
        <p class="govuk-body" role="status">
          {say('over-time/fetching')}
        </p>
      )}
      {cohort && lines.length === 0 && (
        <div class="empty">
          <p class="govuk-body-l">{say('cohort/none')}</p>
          <p class="govuk-body">{say('cohort/none-why')}</p>
        </div>
      )}
      {lines.length > 0 && (
        <CohortContext.Provider value={{ lines, scenarios, shares, talkName, again }}>
          <div role="status">
            {asked !== undefined && <p class="notice notice--done">{say('cohort/assigned', { number: asked })}</p>}
          </div>
          {isAsking ? (
            <AssignForm
              onDone={number => {
                setAsking(false)
                setAsked(number)
                if (number !== undefined) again()
              }}
            />
          ) : (
            <p class="list__begin">
              <button
                type="button"
                class="button button--next"
                onClick={() => {
                  setAsked(undefined)
                  setAsking(true)
                }}
              >
                {say('cohort/assign')}
              </button>
            </p>
          )}
          <Disputed />
          <NowPractising />
          <section aria-labelledby="people">
            <h2 class="govuk-heading-m" id="people">
              {say('cohort/people')}
            </h2>
            <p class="govuk-body">{say('cohort/order')}</p>
            <ul class="cohort">
              {lines.map(line => (
                <li key={line.person.id}>
                  <CohortPerson line={line} />
                </li>
              ))}
            </ul>
          </section>
        </CohortContext.Provider>
      )}
    </PracticeFrame>
  )
}

/** Today in Europe/London, YYYY-MM-DD. */
const londonToday = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
