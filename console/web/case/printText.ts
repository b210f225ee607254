/** The text that is open alone: nothing else of the case is on the paper. */
export function printText() {
  const root = document.documentElement
  root.classList.add('prints-text')
  addEventListener('afterprint', () => root.classList.remove('prints-text'), { once: true })
  print()
}
