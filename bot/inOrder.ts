/** Runs what belongs to one conversation one after another, in the order it arrived at this process. */
export function inOrder() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(conversation: string, run: () => Promise<T>): Promise<T> => {
    const turn = (last.get(conversation) ?? Promise.resolve()).then(run)
    const settled = turn.catch(() => undefined)
    last.set(conversation, settled)
    await settled
    if (last.get(conversation) === settled) last.delete(conversation)
    return turn
  }
}
