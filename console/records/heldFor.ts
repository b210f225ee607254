/** Answers kept for a moment, so that what is asked at every turn of a talk is not asked of the database each time. */
export interface Held<Value> {
  of(key: string): Promise<Value | undefined>
  /** One, or all. What is on its way is not kept either. */
  forget(key?: string): void
}

const most = 10_000

/** Keeps what `load` found for so long; where it found nothing, it is asked again. */
export function heldFor<Value>(
  milliseconds: number,
  now: () => Date,
  load: (key: string) => Promise<Value | undefined>,
): Held<Value> {
  const held = new Map<string, { found: Promise<Value | undefined>; until: number }>()
  return {
    of(key) {
      const at = now().getTime()
      const before = held.get(key)
      if (before && before.until > at) return before.found
      if (held.size >= most) held.clear()
      const entry = { found: load(key), until: at + milliseconds }
      held.set(key, entry)
      const drop = () => {
        if (held.get(key) === entry) held.delete(key)
      }
      entry.found.then(value => {
        if (value === undefined) drop()
      }, drop)
      return entry.found
    },
    forget: key => void (key === undefined ? held.clear() : held.delete(key)),
  }
}
