import { useApp } from '../session/AppContext.ts'
import { isSoon, timeLeft } from './timeLeft.ts'

/** How long is left, or how late it is, in words; the colour says it once more. */
export function DueWords({ due, now }: { due: string; now: number }) {
  const { say } = useApp()
  const { state, unit, count } = timeLeft(due, now)
  const key = `${state}-${unit}` as const
  const how = state === 'late' ? 'late' : isSoon(due, now) ? 'soon' : 'later'
  return <bdi class={`due due--${how}`}>{say(`time/${key}`, { count })}</bdi>
}
