/** Whoever is told of what was done. */
export interface Listeners<Told> {
  /** Listens until what it returns is called. */
  add(listener: (told: Told) => void): () => void
  tell(told: Told): void
}

/** One that fails keeps nobody else from being told: what they are told of is kept already. */
export function createListeners<Told>(onFault: (error: unknown) => void): Listeners<Told> {
  const listeners = new Set<(told: Told) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell(told) {
      for (const listener of listeners) {
        try {
          listener(told)
        } catch (error) {
          onFault(error)
        }
      }
    },
  }
}
