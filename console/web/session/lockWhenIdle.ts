import { createIdleWatch } from './createIdleWatch.ts'
import { lock, standing, stillHere } from './session.ts'

const place = 'active-at'
const lookEvery = 1_000
const minute = 60_000
const doings = ['keydown', 'pointerdown', 'pointermove', 'touchstart', 'wheel', 'input'] as const
const returnings = ['focus', 'pageshow', 'resume'] as const

/**
 * Locks when nothing has been done in any tab for as long as the settings say. What is typed without a connection is no
 * request, so the server is told now and then that someone is still here.
 */
export function lockWhenIdle(): void {
  const isIn = () => standing.get()?.now.state === 'signed-in'
  const limit = () => (standing.get()?.now.idleMinutes ?? 15) * minute
  const watch = createIdleWatch({
    now: () => Date.now(),
    limit,
    readActive: () => Number(localStorage.getItem(place) ?? Number.NEGATIVE_INFINITY),
    keepActive: at => localStorage.setItem(place, String(at)),
    onIdle: () => lock(),
  })
  let heard = Date.now()
  const done = () => {
    if (!isIn() || !watch.active()) return
    if (Date.now() - heard < limit() / 5) return
    heard = Date.now()
    if (navigator.onLine) void stillHere()
  }
  const look = () => void (isIn() && watch.look())
  for (const doing of doings) addEventListener(doing, done, { capture: true, passive: true })
  for (const returning of returnings) addEventListener(returning, look)
  document.addEventListener('visibilitychange', look)
  setInterval(look, lookEvery)
  let before = standing.get()
  standing.listen(() => {
    // Signing in or unlocking is doing something. Finding a session there when the page opens is not, unless it is new here.
    const isNew = before ? before.now.state !== 'signed-in' : localStorage.getItem(place) === null
    if (isIn() && isNew) watch.begin()
    before = standing.get()
    if (before && before.now.state !== 'signed-in' && before.now.state !== 'locked') localStorage.removeItem(place)
  })
}
