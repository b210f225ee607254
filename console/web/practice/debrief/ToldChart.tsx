import { useApp } from '../../session/AppContext.ts'
import { Chart } from './Chart.tsx'
import { useDebrief } from './DebriefContext.ts'
import { countsOfTold, type ToldPart, toldParts } from './toldParts.ts'

/** Of everything the young person had to tell, what came out and how. */
export function ToldChart() {
  const { say } = useApp()
  const { debrief } = useDebrief()
  const counts = countsOfTold(debrief)
  const all = debrief.told.length + debrief.untold.length
  const words = (part: ToldPart) => say(part === 'untold' ? 'debrief/not-out' : `practice/how-${part}`)
  return (
    <Chart
      title={say('debrief/told')}
      finding={say('debrief/told-finding', { number: debrief.told.length, all })}
      head={[say('debrief/what'), say('debrief/things')]}
      rows={toldParts.map(part => [words(part), counts[part]])}
    >
      <div class="came-out" aria-hidden="true">
        <div class="came-out__bar">
          {toldParts
            .filter(part => counts[part] > 0)
            .map(part => (
              <span key={part} class="came-out__part" data-told={part} style={{ flexGrow: counts[part] }}>
                <span class="came-out__number">{counts[part]}</span>
              </span>
            ))}
        </div>
        <ul class="came-out__key">
          {toldParts.map(part => (
            <li key={part}>
              <span class="came-out__part came-out__part--key" data-told={part} /> {words(part)}: {counts[part]}
            </li>
          ))}
        </ul>
      </div>
    </Chart>
  )
}
