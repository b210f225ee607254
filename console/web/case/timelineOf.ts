import type { Clock } from '../../casework/clocks/clocksFor.ts'
import type { CaseEventBody, RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import type { CaseTurn } from '../../contract/cases.ts'
import { isOpen } from './clockNow.ts'

/** Something that happened, or that is due, at a moment. */
export type TimelineEntry = { key: string; at: string } & (
  | { kind: 'happened'; body: CaseEventBody }
  | { kind: 'held'; interview: string }
  | { kind: 'due' | 'late'; clock: Clock }
)

/** What happened and what is due, in the order of when it was. What was taken back is not on it; of a moment told twice, the last. */
export function timelineOf(
  events: readonly RecordedCaseEvent[],
  interviews: CaseTurn['interviews'],
  clocks: readonly Clock[],
): TimelineEntry[] {
  const present = presentOf(events)
  const last = new Map(present.flatMap(({ id, body }) => (body.type === 'timed' ? [[body.moment, id] as const] : [])))
  const happened = present.flatMap(({ id, body }): TimelineEntry[] => {
    if (!('at' in body) || body.at === null) return []
    if (body.type === 'timed' && last.get(body.moment) !== id) return []
    return [{ key: id, at: body.at, kind: 'happened', body }]
  })
  const held = interviews.flatMap(({ interview, held: at }): TimelineEntry[] =>
    at === null ? [] : [{ key: interview, at, kind: 'held', interview }],
  )
  const due = clocks.flatMap((clock): TimelineEntry[] =>
    isOpen(clock) && clock.due !== null
      ? [{ key: clock.id, at: clock.due, kind: clock.state === 'due' ? 'due' : 'late', clock }]
      : [],
  )
  return [...happened, ...held, ...due].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Events that stand: not taken back, nor the taking back itself. */
export function presentOf(events: readonly RecordedCaseEvent[]): RecordedCaseEvent[] {
  const gone = new Set(events.flatMap(({ body }) => (body.type === 'withdrawn' ? [body.event] : [])))
  return events.filter(({ id, seq, body }) => body.type !== 'withdrawn' && (seq === 1 || !gone.has(id)))
}

/** What was said of moments that nobody has a certain time of. */
export function saidOf(events: readonly RecordedCaseEvent[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  for (const { body } of presentOf(events)) {
    if (body.type !== 'timed') continue
    if (body.words === undefined) said.delete(body.moment)
    else said.set(body.moment, body.words)
  }
  return said
}

/**
 * Where each of these moments is drawn, from 0 to 1, in the order they are given: a longer time takes more room, but an hour is not
 * lost beside a month.
 */
export function spread(times: readonly number[]): number[] {
  const gaps = times.map((time, place) =>
    place === 0 ? 0 : 1 + Math.log2(1 + Math.max(0, time - (times[place - 1] ?? time)) / 3_600_000),
  )
  const whole = gaps.reduce((sum, gap) => sum + gap, 0) || 1
  let sum = 0
  return gaps.map(gap => {
    sum += gap
    return sum / whole
  })
}
