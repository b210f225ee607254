/** Lets the page open without a connection. Where that cannot be had, everything else works as before. */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    // What was loaded before the worker was there, and what was still on its way.
    const tell = (list: PerformanceObserverEntryList) => active?.postMessage(list.getEntries().map(each => each.name))
    new PerformanceObserver(tell).observe({ type: 'resource', buffered: true })
  } catch {
    // A browser may refuse it, as in a private window.
  }
}
