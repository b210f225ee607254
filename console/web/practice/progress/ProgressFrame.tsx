import type { ComponentChildren } from 'preact'
import { useCallback } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useAsked } from '../../audit/useAsked.ts'
import { DidNotCome } from '../../languages/DidNotCome.tsx'
import { useApp, useWork } from '../../session/AppContext.ts'
import { PracticeFrame } from '../PracticeFrame.tsx'
import { askProgress } from './askProgress.ts'
import { ProgressContext, progressIn } from './ProgressContext.ts'

interface Props {
  /** Of one's own page, and of that of someone one trains, whose name is on the page and not in its title. */
  titles: { own: string; theirs: string }
  children: ComponentChildren
}

/** A page made of someone's progress: one's own, or with `?trainee=` that of someone one trains. */
export function ProgressFrame({ titles, children }: Props) {
  const { say } = useApp()
  const { person } = useWork()
  const { query } = useLocation()
  const asked = query.trainee === person.id ? undefined : query.trainee
  const { value, state, again } = useAsked(useCallback(() => askProgress(asked), [asked]))
  const isOwn = asked === undefined
  return (
    <PracticeFrame title={isOwn ? titles.own : titles.theirs}>
      {state === 'failed' && <DidNotCome again={again} />}
      {state === 'coming' && !value && (
        <p class="govuk-body" role="status">
          {say('over-time/fetching')}
        </p>
      )}
      {value && (
        <ProgressContext.Provider value={{ ...value, isOwn, progress: progressIn(value) }}>
          {children}
        </ProgressContext.Provider>
      )}
    </PracticeFrame>
  )
}
