import { prefer, preferences } from './preferences.ts'

const within = 700

/** Escape twice covers the screen, from anywhere on any page. */
export function coverOnEscapeTwice() {
  let last = Number.NEGATIVE_INFINITY
  addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape' || event.repeat) return
      if (event.timeStamp - last < within && !preferences.get().covered) prefer({ covered: true })
      last = event.timeStamp
    },
    { capture: true },
  )
}
