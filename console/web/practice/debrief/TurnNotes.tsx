import { useState } from 'preact/hooks'
import type { DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import { useApp } from '../../session/AppContext.ts'
import { dayAndTime } from '../../words/timeWords.ts'
import { CommentForm } from './CommentForm.tsx'
import { useDebrief } from './DebriefContext.ts'
import { DisputeForm } from './DisputeForm.tsx'
import { DisputeOfTurn } from './DisputeOfTurn.tsx'
import { focusTurn } from './focusTurn.ts'
import { RetryButton } from './RetryButton.tsx'
import { useWriterName } from './useWriterName.ts'

/** What was written beside a turn, and what can be done from it. */
export function TurnNotes({ turn }: { turn: DebriefTurn }) {
  const { say, language } = useApp()
  const { notes, isTrainers } = useDebrief()
  const nameOf = useWriterName()
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    focusTurn(turn.number)
  }
  const dispute = notes.disputes.find(each => each.turn === turn.number)
  const mayOpen = !isOpen && (isTrainers || (turn.class !== undefined && !dispute))
  return (
    <>
      {dispute && <DisputeOfTurn dispute={dispute} />}
      {notes.comments
        .filter(each => each.turn === turn.number)
        .map(({ id, by, at, text }) => (
          <div key={id} class="turn__comment">
            <p class="turn__label">{say('debrief/comment-by', { who: nameOf(by), when: dayAndTime(at, language) })}</p>
            <p class="turn__comment-words" dir="auto">
              {text}
            </p>
          </div>
        ))}
      <div class="turn__do no-print">
        {!isTrainers && <RetryButton from={turn.number} />}
        {mayOpen && (
          <button type="button" class="text-button" onClick={() => setOpen(true)}>
            {say(isTrainers ? 'debrief/comment' : 'debrief/dispute')}
            <span class="govuk-visually-hidden">: {say('debrief/turn', { number: turn.number })}</span>
          </button>
        )}
      </div>
      {isOpen && isTrainers && <CommentForm turn={turn.number} onDone={close} />}
      {isOpen && !isTrainers && turn.class && <DisputeForm turn={turn.number} coded={turn.class} onDone={close} />}
    </>
  )
}
