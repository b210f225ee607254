import type { AttemptLine } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { useCohort } from './CohortContext.ts'

const wide = 20
const high = 40

/** The share of recommended questions in someone's newest talks, small: the first and newest in numbers, the way between as a line. */
export function ShareSpark({ attempts }: { attempts: readonly AttemptLine[] }) {
  const { say, language } = useApp()
  const { shares } = useCohort()
  if (attempts.length === 0) return null
  if (!shares) return <p class="spark__words">{say('cohort/counting')}</p>
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const counted = attempts.toReversed().flatMap(({ id }) => {
    const score = shares[id]
    return score && score.of > 0 ? [score.done / score.of] : []
  })
  const [first, last] = [counted[0], counted.at(-1)]
  if (first === undefined || last === undefined) return <p class="spark__words">{say('cohort/share-none')}</p>
  const points = counted.map((share, place) => ({ x: place * wide + wide / 2, y: high - 4 - share * (high - 8) }))
  return (
    <p class="spark">
      {counted.length > 1 && (
        <svg
          class="spark__picture"
          viewBox={`0 0 ${counted.length * wide} ${high}`}
          style={{ inlineSize: `${counted.length * 1.25}rem` }}
          aria-hidden="true"
          focusable="false"
        >
          <line class="trust__grid" x1={0} x2={counted.length * wide} y1={high / 2} y2={high / 2} />
          <polyline class="trust__line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {points.map(({ x, y }, place) => (
            <circle key={place} class="spark__point" cx={x} cy={y} r={place === points.length - 1 ? 4 : 2.5} />
          ))}
        </svg>
      )}
      <span class="spark__words">
        {counted.length === 1
          ? say('cohort/share-one', { share: percent.format(last) })
          : say('cohort/share', { number: counted.length, from: percent.format(first), to: percent.format(last) })}
      </span>
    </p>
  )
}
