/** What came, joined to what is here. With a gap nothing past it is taken, and the missing events are to be asked for. */
export function received<Event extends { seq: number }>(
  here: readonly Event[],
  came: readonly Event[],
): { events: readonly Event[]; gap: boolean } {
  const fresh = came.filter(event => event.seq > here.length).toSorted((a, b) => a.seq - b.seq)
  const events = [...here]
  for (const event of fresh) {
    if (event.seq === events.length + 1) events.push(event)
    else if (event.seq > events.length) return { events, gap: true }
  }
  return { events: fresh.length === 0 ? here : events, gap: false }
}
