/** What was used most lately, by id; what was used longest ago goes first. */
export interface HeldLatest<Value> {
  get(id: string): Value | undefined
  keep(value: Value): void
  forget(id: string): void
}

/** Holds so many at most. */
export function heldLatest<Value>(limit: number, idOf: (value: Value) => string): HeldLatest<Value> {
  const held = new Map<string, Value>()
  return {
    get(id) {
      const found = held.get(id)
      if (found !== undefined) {
        held.delete(id)
        held.set(id, found)
      }
      return found
    },
    keep(value) {
      held.delete(idOf(value))
      held.set(idOf(value), value)
      const [oldest] = held.keys()
      if (held.size > limit && oldest !== undefined) held.delete(oldest)
    },
    forget: id => void held.delete(id),
  }
}
