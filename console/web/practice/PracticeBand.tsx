import type { ComponentChildren } from 'preact'
import { useApp } from '../session/AppContext.ts'

interface Props {
  /** What can be done from it, at any time. */
  children?: ComponentChildren
}

/** Says that this is practice, in words as well as in its colour and pattern, on the screen and on paper. */
export function PracticeBand({ children }: Props) {
  const { say } = useApp()
  return (
    <section class="practice-band" aria-label={say('practice/mark')}>
      <p class="practice-band__words">
        <strong class="practice-band__mark">{say('practice/mark')}</strong> {say('practice/mark-why')}
      </p>
      {children}
    </section>
  )
}
