import { useEffect } from 'preact/hooks'

/**
 * Keys of the desk: up and down (or k and j) go from line to line, / to the search; Enter opens a line, being a link. With letters
 * off only the arrows are left, and only in the list: a voice or a switch may send letters that nobody meant.
 */
export function useDeskKeys(letters: boolean) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
      if (event.target.closest('input, select, textarea, [contenteditable], .more__menu')) return
      const isInList = event.target.closest('.desk__lines') !== null
      const step = steps[event.key]
      if (letters && event.key === '/') {
        event.preventDefault()
        return document.getElementById('desk-name')?.focus()
      }
      if (step === undefined || (event.key.length > 1 ? !isInList : !letters)) return
      event.preventDefault()
      const links = [...document.querySelectorAll<HTMLElement>('.desk__name')]
      const here = links.findIndex(link => link.contains(document.activeElement))
      links[here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1)]?.focus()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [letters])
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }
