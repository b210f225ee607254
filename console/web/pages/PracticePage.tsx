import { useAsked } from '../audit/useAsked.ts'
import { DidNotCome } from '../languages/DidNotCome.tsx'
import { AssignedList } from '../practice/AssignedList.tsx'
import { AttemptList } from '../practice/AttemptList.tsx'
import { askAssignments, askAttempts, askScenarios } from '../practice/askPractice.ts'
import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { ScenarioCardView } from '../practice/ScenarioCardView.tsx'
import { useApp } from '../session/AppContext.ts'

const askAll = async () => {
  const [{ scenarios }, { attempts }, { own, people }] = await Promise.all([
    askScenarios(),
    askAttempts(),
    askAssignments(),
  ])
  return { scenarios, attempts, assignments: own, people }
}

/** Whom to practise with: what a trainer asked for first, what was begun, everyone there is, and what can be looked back at. */
export function PracticePage() {
  const { say } = useApp()
  const { value, state, again } = useAsked(askAll)
  return (
    <PracticeFrame title={say('practice/talks')}>
      <p class="govuk-body-l">{say('practice/what-it-is')}</p>
      {state === 'failed' && <DidNotCome again={again} />}
      {state === 'coming' && !value && (
        <p class="govuk-body" role="status">
          {say('practice/fetching')}
        </p>
      )}
      {value && (
        <>
          <AssignedList {...value} />
          <AttemptList
            title={say('practice/begun')}
            attempts={value.attempts.filter(({ ended }) => ended === undefined)}
            scenarios={value.scenarios}
          />
          <section aria-labelledby="choose">
            <h2 class="govuk-heading-m" id="choose">
              {say('practice/choose')}
            </h2>
            {value.scenarios.length === 0 ? (
              <p class="empty govuk-body">{say('practice/nobody')}</p>
            ) : (
              value.attempts.length === 0 && <p class="govuk-body">{say('practice/none-yet')}</p>
            )}
            <ul class="young-people">
              {value.scenarios.map(card => (
                <li key={card.id}>
                  <ScenarioCardView card={card} />
                </li>
              ))}
            </ul>
          </section>
          <AttemptList
            title={say('practice/ended')}
            attempts={value.attempts.filter(({ ended }) => ended !== undefined)}
            scenarios={value.scenarios}
          />
        </>
      )}
    </PracticeFrame>
  )
}
