/** Runs work one after another for each key, in the order it was asked for; different keys do not wait for each other. */
export interface SerialQueues {
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T>
}

export function createSerialQueues(): SerialQueues {
  const last = new Map<string, Promise<unknown>>()
  return {
    inTurn(key, work) {
      const result = (last.get(key) ?? Promise.resolve()).then(work, work)
      last.set(key, result)
      const done = () => {
        if (last.get(key) === result) last.delete(key)
      }
      result.then(done, done)
      return result
    },
  }
}
