import type { RecordedEvent, Voice } from '../../../dialogs/record/events.ts'
import type { Field, Value } from '../../../dialogs/record/record.ts'
import { valueOfEvent } from './valueOfEvent.ts'

/** One line of how a field came about. */
export interface HistoryLine {
  event: string
  at: string
  by: string
  voice: Voice
  value: Value | undefined
  /** Whether it stands, was put right by a later one, or was taken out; or is the taking out itself. */
  now: 'stands' | 'corrected' | 'taken-out' | 'takes-out'
}

/** How a field came about, oldest first, with nothing left out. */
export function historyOf(field: Field, events: readonly RecordedEvent[]): HistoryLine[] {
  const present = new Set(field.entries.map(entry => entry.event))
  const behind = new Set(field.events)
  const own = events.filter(event => behind.has(event.id))
  const takenOut = new Set(own.flatMap(event => (event.type === 'withdrawn' ? [event.event] : [])))
  return own.map(event => ({
    event: event.id,
    at: event.at,
    by: event.by,
    voice: event.voice,
    value: valueOfEvent(event),
    now:
      event.type === 'withdrawn'
        ? 'takes-out'
        : present.has(event.id)
          ? 'stands'
          : takenOut.has(event.id)
            ? 'taken-out'
            : 'corrected',
  }))
}
