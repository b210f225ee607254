import type { ComponentChildren } from 'preact'

interface Props {
  name: string
  label: string
  children: ComponentChildren
}

/** What may be wider than the page, and is then gone through by itself. */
export function WideFrame({ name, label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class={name} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
