import { useState } from 'preact/hooks'
import type { RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { useCase } from './CaseContext.ts'
import { eventWords } from './eventWords.ts'
import { Saving } from './Saving.tsx'
import { presentOf } from './timelineOf.ts'
import { useWriting } from './useWriting.ts'

/** Everything that was written, the newest first, with who and when. What stands can be taken back: it stays here, struck out. */
export function CaseHistory() {
  const { say } = useApp()
  const { events } = useCase()
  const [open, setOpen] = useState(false)
  const present = new Set(presentOf(events).map(({ id }) => id))
  return (
    <details class="fold case__part no-print" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('case/history', { number: events.length })}</summary>
      {open && (
        <ol class="case-history" reversed>
          {events.toReversed().map(event => (
            <Line key={event.id} event={event} stands={present.has(event.id)} />
          ))}
        </ol>
      )}
    </details>
  )
}

function Line({ event, stands }: { event: RecordedCaseEvent; stands: boolean }) {
  const { say, language } = useApp()
  const { open, file } = useCase()
  const nameOf = usePersonName()
  const { busy, problem, write } = useWriting(open)
  const { body, by, recordedAt, seq } = event
  const { title, details, words } = eventWords(body, { say, language, nameOf })
  const isTakingBack = body.type === 'withdrawn'
  const mayTakeBack = stands && seq > 1 && file.state === 'open' && body.type !== 'closed' && body.type !== 'reopened'
  return (
    <li class={stands || isTakingBack ? '' : 'case-history__gone'}>
      <p class="case-history__what">
        <bdi>
          {stands || isTakingBack ? title : <s>{title}</s>}
          {details.length > 0 && <span>: {details.join(', ')}</span>}
        </bdi>
        {!stands && !isTakingBack && <span> {say('case/taken-back')}</span>}
      </p>
      {words && (
        <q class="timeline__words" dir="auto">
          {words}
        </q>
      )}
      <p class="case-history__who">{say('case/by', { who: nameOf(by), when: dayAndTime(recordedAt, language) })}</p>
      {mayTakeBack && (
        <button
          type="button"
          class="text-button"
          disabled={busy}
          aria-label={say('case/take-back-what', { what: title })}
          onClick={() => void write({ type: 'withdrawn', event: event.id })}
        >
          {say('case/take-back')}
        </button>
      )}
      <Saving busy={busy} problem={problem} />
    </li>
  )
}
