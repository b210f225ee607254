/** Where someone was on the page: what had the focus, and how far each part was scrolled. */
interface Place {
  focused: Element | null
  scrolled: readonly (readonly [Element, number, number])[]
}

let place: Place | undefined

/** Before the page is hidden, which loses both. */
export function keepPlace(): void {
  const scrolled = [...document.querySelectorAll('*')]
    .filter(each => each.scrollTop !== 0 || each.scrollLeft !== 0)
    .map(each => [each, each.scrollTop, each.scrollLeft] as const)
  place = { focused: document.activeElement, scrolled }
}

/** After it is seen again. */
export function returnToPlace(): void {
  const kept = place
  place = undefined
  for (const [each, top, left] of kept?.scrolled ?? []) {
    each.scrollTop = top
    each.scrollLeft = left
  }
  if (kept?.focused instanceof HTMLElement && kept.focused.isConnected) kept.focused.focus({ preventScroll: true })
}
