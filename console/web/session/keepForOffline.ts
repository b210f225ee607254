/** Lets the page open without a connection. Where that cannot be had, everything else works as before. */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(performance.getEntriesByType('resource').map(each => each.name))
  } catch {
    // A browser may refuse it, as in a private window.
  }
}
