import { useApp } from '../../session/AppContext.ts'
import { useWords } from '../../words/useWords.ts'
import { codeWords } from '../codeWords.ts'
import { coverageByStage } from './coverageByStage.ts'
import { useDebrief } from './DebriefContext.ts'
import { Section } from './Section.tsx'

/** What the guide listens for and this young person had to tell, by stage: told, made less of, or not asked. */
export function CoverageSection() {
  const { say, language } = useApp()
  const { debrief, scenario } = useDebrief()
  const guide = useWords(language, 'guide')
  const words = codeWords(say)
  const stages = coverageByStage(debrief.coverage, scenario)
  if (!guide || stages.length === 0) return null
  const nothing = debrief.coverage.filter(({ state }) => state === 'not-in-scenario').length
  return (
    <Section id="coverage" title={say('debrief/coverage')}>
      <p class="govuk-body">{say('debrief/coverage-is')}</p>
      <div class="covered">
        {stages.map(({ stage, lines }) => (
          <div key={stage} class="covered__stage">
            <h3 class="covered__title">{guide(`stage/${stage}`)}</h3>
            <ul class="covered__lines">
              {lines.map(({ item, state }) => (
                <li key={item} class="covered__line" data-state={state}>
                  <span class="covered__state">{words.covered(state)}</span> <span>{guide(`coverage/${item}`)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {nothing > 0 && <p class="chart__note">{say('debrief/coverage-nothing', { number: nothing })}</p>}
    </Section>
  )
}
