import { useRef, useState } from 'preact/hooks'
import { openSentBack } from '../../casework/review/reviewFile.ts'
import { useCase } from '../case/CaseContext.ts'
import { WordsField } from '../case/CaseControls.tsx'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { ReviewForm } from './ReviewForm.tsx'
import { answeredBy } from './reviewForms.ts'

/** What was sent back and has no answer yet, on top of the case: it is the first thing to do. */
export function SentBackNotes() {
  const { say, language } = useApp()
  const { file } = useCase()
  const nameOf = usePersonName()
  const open = openSentBack(file)
  if (file.state === 'closed') return null
  return (
    <div role="status">
      {open.map(({ event, at, words, writtenBy }) => (
        <section key={event} class="sent-back" aria-label={say('review/sent-back')}>
          <h2 class="govuk-heading-s">{say('review/sent-back')}</h2>
          <p class="sent-back__words" dir="auto">
            {words}
          </p>
          <p class="concerns__from">{say('case/by', { who: nameOf(writtenBy), when: dayAndTime(at, language) })}</p>
          <Answer sentBack={event} />
        </section>
      ))}
    </div>
  )
}

function Answer({ sentBack }: { sentBack: string }) {
  const { say } = useApp()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div class="no-print">
      <button type="button" class="button" ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('review/answer')}
      </button>
      {open && (
        <div class="case__form">
          <ReviewForm
            place={`answer-${sentBack}`}
            make={(values, now) => answeredBy(values, now, sentBack)}
            onDone={() => {
              setOpen(false)
              button.current?.focus()
            }}
          >
            {form => <WordsField {...form.field('words')} label={say('review/answer-words')} />}
          </ReviewForm>
        </div>
      )}
    </div>
  )
}

/** What was sent back and has its answer, the newest first: for whoever sent it. */
export function SentBackAnswers() {
  const { say, language } = useApp()
  const { file } = useCase()
  const nameOf = usePersonName()
  const answers = file.review.sentBack.flatMap(each => (each.answered ? [{ ...each, answered: each.answered }] : []))
  if (answers.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{say('review/answers')}</h3>
      <ul class="clocks">
        {answers.toReversed().map(({ event, at, words, writtenBy, answered }) => (
          <li key={event} class="clocks__one">
            <p class="concerns__from">{say('case/by', { who: nameOf(writtenBy), when: dayAndTime(at, language) })}</p>
            <p dir="auto">{words}</p>
            <div class="review__found">
              <p class="concerns__from">
                {say('case/by', { who: nameOf(answered.writtenBy), when: dayAndTime(answered.at, language) })}
              </p>
              <p dir="auto">{answered.words}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
