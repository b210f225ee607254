import { useApp } from '../../session/AppContext.ts'
import { useWords } from '../../words/useWords.ts'
import { codeWords } from '../codeWords.ts'
import { useDebrief } from './DebriefContext.ts'
import { Section } from './Section.tsx'
import { TurnLinks } from './TurnLink.tsx'

const findings = ['too-early', 'too-late', 'never'] as const

/** In which order the stages of the guide were touched, and what matters about it. */
export function OrderSection() {
  const { say, language } = useApp()
  const { stages } = useDebrief().debrief
  const guide = useWords(language, 'guide')
  if (!guide) return null
  return (
    <Section id="order" title={codeWords(say).measure('stage-order')}>
      <p class="govuk-body">{say('debrief/order-is')}</p>
      {stages.touched.length > 0 && (
        <ol class="order">
          {stages.touched.map(({ stage, turn }) => (
            <li key={stage} class="order__stage">
              {guide(`stage/${stage}`)} <TurnLinks turns={[turn]} />
            </li>
          ))}
        </ol>
      )}
      <ul class="order__findings">
        {findings.map(finding => {
          const checks = stages.checks.filter(check => check.finding === finding)
          if (checks.length === 0) return null
          return (
            <li key={finding}>
              {say(`debrief/order-${finding}`, { what: checks.map(({ stage }) => guide(`stage/${stage}`)).join('; ') })}
            </li>
          )
        })}
        {stages.checks.every(({ finding }) => finding === 'in-its-place') && <li>{say('debrief/order-all')}</li>}
      </ul>
    </Section>
  )
}
