import { questionClasses } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { Chart } from './Chart.tsx'
import { ClassMark } from './ClassMark.tsx'
import { useDebrief } from './DebriefContext.ts'

/** How many turns of each class there were, and the share of questions that are recommended. */
export function ClassChart() {
  const { say, language } = useApp()
  const { questions } = useDebrief().debrief
  const words = codeWords(say)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const { byClass, recommended, other, facilitators } = questions
  const most = Math.max(1, ...Object.values(byClass))
  const all = recommended + other
  const shares = [
    { key: 'debrief/share-without', share: questions.share, done: recommended, of: all },
    {
      key: 'debrief/share-with',
      share: questions.shareWithFacilitators,
      done: recommended + facilitators,
      of: all + facilitators,
    },
  ] as const
  return (
    <Chart
      size="tall"
      title={say('debrief/classes')}
      finding={
        all === 0
          ? say('debrief/classes-none')
          : say('debrief/classes-finding', { number: recommended, all, share: percent.format(questions.share ?? 0) })
      }
      head={[say('debrief/class'), say('debrief/turns')]}
      rows={[
        ...questionClasses.map(code => [words.class(code), byClass[code]] as const),
        [words.counts('safety'), questions.safety],
        [words.counts('of-the-talk'), questions.ofTheTalk],
        [words.counts('waited'), questions.waited],
      ]}
    >
      {all > 0 && (
        <div class="shares" aria-hidden="true">
          {shares.map(({ key, share, done, of }) => (
            <div key={key} class="shares__one">
              <span class="shares__words">
                {say(key)}: <strong>{percent.format(share ?? 0)}</strong> ({say('debrief/of', { done, of })})
              </span>
              <span class="shares__bar">
                <span class="shares__part" style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
              </span>
            </div>
          ))}
        </div>
      )}
      <div class="bars" aria-hidden="true">
        {questionClasses.map(code => (
          <div key={code} class="bars__one">
            <ClassMark code={code} />
            <span class="bars__line">
              <span class="bars__bar" data-class={code} style={{ inlineSize: `${(byClass[code] / most) * 100}%` }} />
              <span class="bars__number">{byClass[code]}</span>
            </span>
          </div>
        ))}
      </div>
      {questions.safety + questions.ofTheTalk > 0 && (
        <p class="chart__note">{say('debrief/right-closed', { number: questions.safety + questions.ofTheTalk })}</p>
      )}
    </Chart>
  )
}
