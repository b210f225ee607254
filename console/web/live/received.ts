import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { Pending } from './pending.ts'

/** What came, joined to what is here. With a gap nothing past it is taken, and the missing events are to be asked for. */
export function received(
  here: readonly RecordedEvent[],
  came: readonly RecordedEvent[],
): { events: readonly RecordedEvent[]; gap: boolean } {
  const fresh = came.filter(event => event.seq > here.length).toSorted((a, b) => a.seq - b.seq)
  const events = [...here]
  for (const event of fresh) {
    if (event.seq === events.length + 1) events.push(event)
    else if (event.seq > events.length) return { events, gap: true }
  }
  return { events: fresh.length === 0 ? here : events, gap: false }
}

/**
 * Turns still to be sent, once an earlier one of this device's own was answered. Nobody else having written between,
 * this device has seen what it itself wrote: otherwise its own turn would look to the server like somebody else's.
 */
export function havingSeen(pending: readonly Pending[], own: readonly RecordedEvent[]): readonly Pending[] {
  const [first] = own
  const last = own.at(-1)
  if (!first || !last) return pending
  return pending.map(each =>
    each.kind === 'reply' && each.payload.seen === first.seq - 1
      ? { ...each, payload: { ...each.payload, seen: last.seq } }
      : each,
  )
}
