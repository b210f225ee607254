import { type Measure, measures } from '../../../../dialogs/practice/debrief/measures.ts'
import { type ProfileNumbers, profiles, type Sourced } from '../../../../dialogs/practice/young/profiles.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { useDebrief } from './DebriefContext.ts'

/** What the answers and the figures rest on: published numbers where there are some, and which of them are assumptions. */
export function RestsOn() {
  const { say, language } = useApp()
  const { scenario, debrief } = useDebrief()
  const words = codeWords(say)
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 })
  const sourceOf = (measure: Measure) => {
    const source = debrief.sources[measure]
    return source === 'assumption' ? words.assumption() : source.from
  }
  return (
    <div class="rests-on">
      <p class="rests-on__line">{say('debrief/rests-on')}</p>
      <details class="fold">
        <summary>{say('debrief/rests-on-which')}</summary>
        <table class="debrief-table">
          <caption class="govuk-visually-hidden">{say('debrief/rests-on-which')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('debrief/what')}</th>
              <th scope="col">{say('debrief/where-from')}</th>
            </tr>
          </thead>
          <tbody>
            {numbersOf(profiles[scenario.profile]).map(({ key, sourced }) => (
              <tr key={key}>
                <th scope="row">
                  {say(`debrief/number-${key}`)}: {number.format(sourced.value)}
                </th>
                <td>{sourced.source ?? words.assumption()}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('debrief/number-gates')}</th>
              <td>{words.assumption()}</td>
            </tr>
            {measures
              .filter(measure => measure !== 'interpreter' || scenario.interpreter !== undefined)
              .map(measure => (
                <tr key={measure}>
                  <th scope="row">{words.measure(measure)}</th>
                  <td>{sourceOf(measure)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

const numbersOf = ({ recommended, other, mistakes, accepts }: ProfileNumbers) =>
  [
    { key: 'recommended', sourced: recommended },
    { key: 'other', sourced: other },
    { key: 'mistakes-recommended', sourced: mistakes.recommended },
    { key: 'mistakes-other', sourced: mistakes.other },
    { key: 'accepts-led', sourced: accepts.led },
    { key: 'accepts-pressed', sourced: accepts.pressed },
  ] as const satisfies readonly { key: string; sourced: Sourced }[]
