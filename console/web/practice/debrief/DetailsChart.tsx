import { profiles } from '../../../../dialogs/practice/young/profiles.ts'
import { useApp } from '../../session/AppContext.ts'
import { Chart } from './Chart.tsx'
import { useDebrief } from './DebriefContext.ts'

/** Details told to a question here, beside what was published of young children who were asked the same way. */
export function DetailsChart() {
  const { say, language } = useApp()
  const { debrief, scenario } = useDebrief()
  const { toldByRecommended, toldByOther } = debrief.questions
  const published = profiles['cooperative-young']
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const shown = (value: number | undefined) => (value === undefined ? say('debrief/none-asked') : number.format(value))
  const kinds = [
    { key: 'recommended', here: toldByRecommended, there: published.recommended.value },
    { key: 'other', here: toldByOther, there: published.other.value },
  ] as const
  const most = Math.max(...kinds.flatMap(({ here, there }) => [here ?? 0, there]))
  return (
    <Chart
      title={say('debrief/details')}
      finding={say('debrief/details-finding', {
        recommended: shown(toldByRecommended),
        other: shown(toldByOther),
      })}
      head={[say('debrief/what'), say('debrief/here'), say('debrief/published')]}
      rows={kinds.map(({ key, here, there }) => [say(`practice/counts-${key}`), shown(here), number.format(there)])}
    >
      <div class="pairs" aria-hidden="true">
        {kinds.map(({ key, here, there }) => (
          <div key={key} class="pairs__one">
            <span class="pairs__title">{say(`practice/counts-${key}`)}</span>
            {(
              [
                ['debrief/here', here],
                ['debrief/published', there],
              ] as const
            ).map(([whose, value]) => (
              <span key={whose} class="pairs__line">
                <span class="pairs__whose">{say(whose)}</span>
                <span class="bars__line">
                  <span
                    class="pairs__bar"
                    data-whose={whose}
                    style={{ inlineSize: `${((value ?? 0) / most) * 100}%` }}
                  />
                  <span class="bars__number">{shown(value)}</span>
                </span>
              </span>
            ))}
          </div>
        ))}
      </div>
      <p class="chart__note">
        {say('debrief/details-from', { from: published.recommended.source ?? '' })}{' '}
        {scenario.profile === 'teenage' && say('debrief/details-teenage')}
      </p>
    </Chart>
  )
}
