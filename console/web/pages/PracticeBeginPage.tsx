import { useRoute } from 'preact-iso'
import { useAsked } from '../audit/useAsked.ts'
import { DidNotCome } from '../languages/DidNotCome.tsx'
import { askScenarios } from '../practice/askPractice.ts'
import { BeginForm } from '../practice/BeginForm.tsx'
import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { ScenarioFacts } from '../practice/ScenarioFacts.tsx'
import { SupportWords } from '../practice/SupportWords.tsx'
import { useApp } from '../session/AppContext.ts'

/** Before a talk begins: what is known, what may be hard to hear and how to stop, to be read and confirmed. */
export function PracticeBeginPage() {
  const { say } = useApp()
  const { params } = useRoute()
  const { value, state, again } = useAsked(askScenarios)
  const card = value?.scenarios.find(({ id }) => id === params.scenario)
  if (!card) {
    return (
      <PracticeFrame title={say(value ? 'practice/no-such' : 'room/fetching')}>
        {state === 'failed' && <DidNotCome again={again} />}
        {value && <p class="govuk-body-l">{say('practice/no-such-why')}</p>}
        <a class="button button--quiet" href="/practice">
          {say('practice/another')}
        </a>
      </PracticeFrame>
    )
  }
  const { name } = card.person
  return (
    <PracticeFrame title={say('practice/before', { name })}>
      <div class="before">
        <section aria-labelledby="known">
          <h2 class="govuk-heading-m" id="known">
            {say('practice/known')}
          </h2>
          <p class="govuk-body">{say('practice/name-age', { name, age: card.person.age })}</p>
          <ul class="govuk-list govuk-list--bullet" lang="en" dir="auto">
            {card.known.map(fact => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <ScenarioFacts card={card} />
        </section>
        <section class="before__warnings" aria-labelledby="warnings">
          <h2 class="govuk-heading-m" id="warnings">
            {say('practice/may-be-hard')}
          </h2>
          {card.warnings.length === 0 ? (
            <p class="govuk-body">{say('practice/no-warnings')}</p>
          ) : (
            <>
              <p class="govuk-body">{say('practice/warnings-why', { name })}</p>
              <ul class="govuk-list govuk-list--bullet" lang="en" dir="auto">
                {card.warnings.map(warning => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </>
          )}
          <p class="govuk-body">{say('practice/may-stop')}</p>
          <p class="govuk-body">{say('practice/seen-by')}</p>
          <SupportWords />
        </section>
        <BeginForm scenario={card.id} />
      </div>
    </PracticeFrame>
  )
}
