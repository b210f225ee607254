import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** A menu that a button opens, and that Escape or a tap elsewhere closes. */
export function useMenu() {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  // Before it is seen: whoever presses Escape at once closes it.
  useLayoutEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', escaped)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', escaped)
    }
  }, [open])
  return { open, setOpen, place, button }
}
