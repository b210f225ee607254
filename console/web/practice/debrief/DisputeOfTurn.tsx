import { useState } from 'preact/hooks'
import type { Dispute } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { dayAndTime } from '../../words/timeWords.ts'
import { codeWords } from '../codeWords.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { useDebrief } from './DebriefContext.ts'
import { focusTurn } from './focusTurn.ts'
import { useWriterName } from './useWriterName.ts'

/** A code that a trainee thinks wrong, and what a trainer says to it. */
export function DisputeOfTurn({ dispute }: { dispute: Dispute }) {
  const { say, language } = useApp()
  const { isTrainers } = useDebrief()
  const nameOf = useWriterName()
  const [isOpen, setOpen] = useState(false)
  const { answer } = dispute
  const close = () => {
    setOpen(false)
    focusTurn(dispute.turn)
  }
  return (
    <div class="turn__dispute">
      <p class="turn__label">
        {say('debrief/disputed-by', { who: nameOf(dispute.by), when: dayAndTime(dispute.at, language) })}
      </p>
      <p>
        {say('debrief/disputed-as', { what: codeWords(say).class(dispute.class) })}{' '}
        <span dir="auto">{dispute.why}</span>
      </p>
      {answer ? (
        <p class="turn__answer">
          <strong>{say(answer.agrees ? 'debrief/answer-agrees' : 'debrief/answer-stays')}</strong>{' '}
          <span dir="auto">{answer.note}</span>{' '}
          <span class="turn__by">
            {say('debrief/answer-by', { who: nameOf(answer.by), when: dayAndTime(answer.at, language) })}
          </span>
        </p>
      ) : (
        <p class="turn__by">{say('debrief/answer-none')}</p>
      )}
      {isTrainers && !isOpen && (
        <button type="button" class="text-button no-print" onClick={() => setOpen(true)}>
          {say(answer ? 'debrief/answer-again' : 'debrief/answer')}
          <span class="govuk-visually-hidden">: {say('debrief/turn', { number: dispute.turn })}</span>
        </button>
      )}
      {isOpen && <AnswerForm turn={dispute.turn} onDone={close} />}
    </div>
  )
}
