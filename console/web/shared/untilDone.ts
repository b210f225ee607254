const retryAfter = 2_000

/** Tries again until it is done: a page that is opened on a poor connection comes by itself. Returns how to stop trying. */
export function untilDone(attempt: () => Promise<void>): () => void {
  let stopped = false
  const go = () => {
    if (!stopped) attempt().catch(() => setTimeout(go, retryAfter))
  }
  go()
  return () => {
    stopped = true
  }
}
