/** A value that tells its listeners when it is replaced. */
export interface Observable<T> {
  get(): T
  set(next: T): void
  update(change: (now: T) => T): void
  listen(listener: () => void): () => void
}

export function observable<T>(first: T): Observable<T> {
  const listeners = new Set<() => void>()
  let value = first
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => value,
    set,
    update: change => set(change(value)),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
