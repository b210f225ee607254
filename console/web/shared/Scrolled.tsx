import type { HTMLAttributes } from 'preact'

/** What may be larger than its place and is then gone through by itself, by the keyboard too. Give it a name. */
export function Scrolled(props: HTMLAttributes<HTMLElement>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. The one place where it is.
  return <section tabIndex={0} {...props} />
}
