import { useEffect, useRef } from 'preact/hooks'
import type { AttemptLine } from '../../contract/practice.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { typedField } from './openPractice.ts'
import { usePractice } from './PracticeContext.ts'

/** The quiet end of a talk, however it came, and the way to look back at it. */
export function EndCard({ ended }: { ended: NonNullable<AttemptLine['ended']> }) {
  const { say } = useApp()
  const { practice, about, isWatching } = usePractice()
  const typed = useRoom().state.drafts[typedField]?.text
  const title = useRef<HTMLHeadingElement>(null)
  // What was pressed or typed in has gone with the talk: whoever works by keyboard or ear goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [])
  return (
    <section class="talk-end" aria-labelledby="talk-end">
      <h2 class="govuk-heading-m" id="talk-end" ref={title} tabIndex={-1}>
        {say(`practice/end-${ended}`, { name: about.card.person.name })}
      </h2>
      <p class="govuk-body">{say(`practice/end-${ended}-why`)}</p>
      {typed && !isWatching && (
        <p class="govuk-body">
          {say('practice/not-said-any-more')} <q dir="auto">{typed}</q>
        </p>
      )}
      <p class="talk-end__next">
        <a class="button" href={`/practice/${practice.room.interview}/debrief`}>
          {say('practice/look-back')}
        </a>
        <a class="button button--quiet" href="/practice">
          {say('practice/all-talks')}
        </a>
      </p>
    </section>
  )
}
