import { useApp } from '../../session/AppContext.ts'
import { Scrolled } from '../../shared/Scrolled.tsx'
import { dayAndMonth, dayOnly } from '../../words/timeWords.ts'
import { codeWords } from '../codeWords.ts'
import { Chart } from '../debrief/Chart.tsx'
import { lineOf, useProgress } from './ProgressContext.ts'
import { pointKind, pointKinds } from './pointKinds.ts'
import { useTalkName } from './useTalkName.ts'

/** Of the picture, in the units it is drawn in: one talk across, and from 0 to 100 up. */
const wide = 100
const high = 100

/** The share of recommended questions, talk by talk. Every talk leads to what can be learnt from it. */
export function ProgressChart() {
  const { say, language } = useApp()
  const { progress, attempts } = useProgress()
  const talkName = useTalkName()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const points = progress.points.map(point => ({ ...point, line: lineOf(attempts, point.attempt) }))
  const counted = points.flatMap(({ share, isRetry }, place) =>
    share === undefined || isRetry ? [] : [{ x: place * wide + wide / 2, y: high - share * high }],
  )
  const own = points.filter(({ isRetry, share }) => !isRetry && share !== undefined)
  const shown = (share: number | undefined) => (share === undefined ? '–' : percent.format(share))
  return (
    <Chart
      title={say('over-time/share')}
      finding={
        own.length < 2
          ? say('over-time/share-one')
          : say('over-time/share-finding', {
              from: shown(own[0]?.share),
              to: shown(own.at(-1)?.share),
              number: own.length,
            })
      }
      head={[say('over-time/when'), say('over-time/talk'), say('debrief/score-recommended'), say('over-time/changed')]}
      rows={points.map(({ line, share, scores, change, isRetry }) => [
        dayOnly(line.beganAt, language),
        talkName(line),
        share === undefined
          ? say('debrief/nothing-to-count')
          : `${say('debrief/of', { ...scores.recommended })} (${percent.format(share)})`,
        isRetry ? say('over-time/retry') : change ? codeWords(say).change(change.finding) : '–',
      ])}
    >
      <div class="over-time" dir="ltr">
        <div class="over-time__scale" aria-hidden="true">
          {[1, 0.5, 0].map(each => (
            <span key={each}>{percent.format(each)}</span>
          ))}
        </div>
        <Scrolled class="over-time__frame" aria-label={say('over-time/share-picture')}>
          <div class="over-time__inside" style={{ minInlineSize: `${points.length * 4}rem` }}>
            <svg
              class="over-time__picture"
              viewBox={`0 0 ${points.length * wide} ${high}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              {[25, 50, 75].map(y => (
                <line key={y} class="trust__grid" x1={0} x2={points.length * wide} y1={y} y2={y} />
              ))}
              <polyline class="trust__line" points={counted.map(({ x, y }) => `${x},${y}`).join(' ')} />
            </svg>
            <ol class="over-time__talks">
              {points.map(({ attempt, line, share, isRetry, change }) => (
                <li key={attempt} class="over-time__talk">
                  <a class="over-time__link" href={`/practice/${attempt}/debrief`}>
                    <span class="over-time__over" aria-hidden="true">
                      {share !== undefined && (
                        <span
                          class="over-time__point"
                          data-kind={pointKind({ isRetry, change })}
                          style={{ insetBlockStart: `${(1 - share) * 100}%` }}
                        />
                      )}
                    </span>
                    <span class="over-time__value">{shown(share)}</span>
                    <span class="over-time__day" dir="auto">
                      {dayAndMonth(line.beganAt, language)}
                    </span>
                    <span class="govuk-visually-hidden">{talkName(line)}</span>
                  </a>
                </li>
              ))}
            </ol>
          </div>
        </Scrolled>
      </div>
      <p class="chart__note over-time__key">
        {pointKinds
          .filter(kind => kind === 'talk' || points.some(point => pointKind(point) === kind))
          .map(kind => (
            <span key={kind} class="over-time__key-one">
              <span class="over-time__point" data-kind={kind} aria-hidden="true" /> {say(`over-time/key-${kind}`)}
            </span>
          ))}
      </p>
    </Chart>
  )
}
