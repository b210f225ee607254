import { useApp } from '../../session/AppContext.ts'
import { useDebrief } from './DebriefContext.ts'
import { Section } from './Section.tsx'
import { TurnLinks } from './TurnLink.tsx'

/** What the young person said that did not happen, and whether it was put to them. */
export function MistakesSection() {
  const { say } = useApp()
  const { debrief, scenario } = useDebrief()
  const saysOf = (mistake: string) => scenario.mistakes.find(({ id }) => id === mistake)?.says ?? ''
  return (
    <Section id="mistakes" title={say('debrief/mistakes')}>
      {debrief.mistakes.length === 0 && <p class="govuk-body">{say('debrief/mistakes-none')}</p>}
      <ul class="untold__all">
        {debrief.mistakes.map(({ mistake, turn, wasLed }) => (
          <li key={`${mistake}-${turn}`} class="untold__one">
            <q class="untold__about" lang="en" dir="ltr">
              {saysOf(mistake)}
            </q>
            <span class="untold__reason">{say(wasLed ? 'debrief/was-led' : 'debrief/was-not-led')}</span>
            <TurnLinks turns={[turn]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
