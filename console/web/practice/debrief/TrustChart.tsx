import { useApp } from '../../session/AppContext.ts'
import { Scrolled } from '../../shared/Scrolled.tsx'
import { codeWords } from '../codeWords.ts'
import { Chart } from './Chart.tsx'
import { ClassMark } from './ClassMark.tsx'
import { useDebrief } from './DebriefContext.ts'
import { type TrustMove, trustMoves } from './trustMoves.ts'

/** Of the picture, in the units it is drawn in: one turn across, and from 0 to 100 up. */
const wide = 40
const high = 140

/** How much the young person trusted, turn by turn, with the class of each turn beneath it. Every turn leads to its place in the talk. */
export function TrustChart() {
  const { say } = useApp()
  const { debrief, goTo } = useDebrief()
  const { turns } = debrief
  const words = codeWords(say)
  const first = turns[0]?.trust.before ?? 0
  const last = turns.at(-1)?.trust.after ?? 0
  const y = (trust: number) => high - (trust / 100) * high
  const points = [
    { x: 0, y: y(first) },
    ...turns.map(({ trust }, place) => ({ x: (place + 1) * wide - wide / 2, y: y(trust.after) })),
  ]
  const { gain, fall } = trustMoves(turns)
  const moveWords = (key: 'debrief/trust-gain' | 'debrief/trust-fall', move: TrustMove | undefined) =>
    move
      ? `${say(key, { number: move.turn, by: Math.abs(move.by) })}${move.because ? `: ${words.effect(move.because)}` : ''}.`
      : ''
  return (
    <Chart
      size="wide"
      title={say('debrief/trust')}
      finding={[
        say('debrief/trust-finding', { from: first, to: last }),
        moveWords('debrief/trust-gain', gain),
        moveWords('debrief/trust-fall', fall),
      ]
        .filter(Boolean)
        .join(' ')}
      head={[say('debrief/turn-head'), say('debrief/class'), say('debrief/on-trust'), say('debrief/on-pressure')]}
      rows={turns.map(turn => [
        String(turn.number),
        turn.class ? words.class(turn.class) : words.counts('waited'),
        turn.trust.after,
        turn.pressure.after,
      ])}
    >
      <Scrolled class="trust" dir="ltr" aria-label={say('debrief/trust-turns')}>
        <div class="trust__inside" style={{ inlineSize: `max(100%, ${turns.length * 2}rem)` }}>
          <svg
            class="trust__picture"
            viewBox={`0 0 ${turns.length * wide} ${high}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            {[25, 50, 75].map(each => (
              <line key={each} class="trust__grid" x1={0} x2={turns.length * wide} y1={y(each)} y2={y(each)} />
            ))}
            <polyline class="trust__line" points={points.map(point => `${point.x},${point.y}`).join(' ')} />
          </svg>
          <ol class="trust__turns">
            {turns.map(turn => (
              <li key={turn.number} class="trust__turn">
                <a
                  class="trust__link"
                  href={`#turn-${turn.number}`}
                  onClick={event => {
                    event.preventDefault()
                    goTo(turn.number)
                  }}
                >
                  <span
                    class="trust__point"
                    data-moved={turn.trust.after < turn.trust.before ? 'down' : 'same-or-up'}
                    style={{ insetBlockStart: `calc(var(--trust-high) * ${(100 - turn.trust.after) / 100})` }}
                    aria-hidden="true"
                  />
                  <span class="trust__value">{turn.trust.after}</span>
                  {turn.class ? <ClassMark code={turn.class} isNamed={false} /> : <span class="trust__waited">…</span>}
                  <span class="trust__number">{turn.number}</span>
                </a>
              </li>
            ))}
          </ol>
        </div>
      </Scrolled>
      <p class="chart__note">{say('debrief/trust-key')}</p>
    </Chart>
  )
}
