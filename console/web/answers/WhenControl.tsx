import { useId } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { wholeDate } from '../words/timeWords.ts'
import { answerFrom } from './answerFrom.ts'
import type { ControlProps } from './ControlProps.ts'

/** A date, a time or both, typed as said and read back at once. */
export function WhenControl({ prompt, draft, onDraft, legend }: ControlProps) {
  const { say, language } = useApp()
  const id = useId()
  const reading = answerFrom(prompt, draft)
  const when = reading.kind === 'answer' && reading.answer.kind === 'when' ? reading.answer : undefined
  const date = when?.date ? wholeDate(when.date, language) : undefined
  return (
    <div class="govuk-form-group">
      <label class="govuk-visually-hidden" for={id}>
        {legend}
      </label>
      <div id={`${id}-hint`} class="govuk-hint">
        {say('when/hint')}
      </div>
      <input
        id={id}
        class="govuk-input govuk-input--width-20"
        dir="auto"
        autocomplete="off"
        aria-describedby={`${id}-hint ${id}-read`}
        value={draft.text ?? ''}
        onInput={event => onDraft({ ...draft, text: event.currentTarget.value })}
      />
      <div id={`${id}-read`} aria-live="polite">
        {reading.kind === 'problem' && <p class="govuk-error-message">{say(`problem/${reading.problem}`)}</p>}
        {when && (
          <p class="read-back">
            {date && when.time
              ? say('when/date-and-time', { date, time: when.time })
              : date
                ? say('when/date', { date })
                : when.time
                  ? say('when/time', { time: when.time })
                  : say('when/words-only')}
          </p>
        )}
      </div>
    </div>
  )
}
