import { useState } from 'preact/hooks'
import { untold } from '../../casework/review/nextInReview.ts'
import { type ReviewText, reviewTexts, toldOf } from '../../casework/review/reviewChoices.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'
import { useCase } from '../case/CaseContext.ts'
import { ChoiceField, LineField, SelectField, WhenField } from '../case/CaseControls.tsx'
import { sentBy } from '../case/caseChoices.ts'
import { TextButtons } from '../case/TextButtons.tsx'
import { answerTo } from '../live/connection.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { passOnText } from './passOnText.ts'
import { ReviewForm } from './ReviewForm.tsx'
import { passedOnBy } from './reviewForms.ts'

/** Short texts that others are owed, and that they were sent. Each is shown once the audit has that it was opened. */
export function PassOn() {
  const { say, language } = useApp()
  const { connection } = useWork()
  const { open, file, clocks } = useCase()
  const [shown, show] = useState<ReviewText>()
  const [problem, setProblem] = useState<ConsoleProblem | 'no-answer'>()
  const isLate = clocks.some(({ id, state }) => id === 'DL-01' && state === 'late')
  const owed = untold(file, isLate)
  const sent = file.review.passedOn
  const offered = reviewTexts.filter(each => owed.includes(each) || sent.some(({ what }) => what === each))
  if (offered.length === 0) return null
  const openText = async (text: ReviewText) => {
    const reply = await answerTo<null>(ack =>
      connection.socket.emit('case:read-text', { episode: open.episode, text }, ack),
    )
    if (reply && !reply.ok) connection.refused(reply.problem)
    setProblem(reply ? (reply.ok ? undefined : reply.problem) : 'no-answer')
    show(reply?.ok ? text : undefined)
  }
  return (
    <div class="review__pass">
      <h3 class="govuk-heading-s">{say('pass/title')}</h3>
      <ul class="clocks">
        {offered.map(text => (
          <li key={text} class="clocks__one" data-pass={text}>
            <h4 class="clocks__name">{say(`pass/${text}`)}</h4>
            {owed.includes(text) && <p class="clocks__state">{say('pass/owed')}</p>}
            {sent.map(
              ({ what, event, to, toName, at, means }) =>
                what === text && (
                  <p key={event} class="concerns__from">
                    {say('pass/sent', {
                      who: toName ?? say(`passed-to/${to}`),
                      when: dayAndTime(at, language),
                      how: say(`sent-by/${means}`),
                    })}
                  </p>
                ),
            )}
            <div class="clocks__do no-print">
              <button
                type="button"
                class="button button--quiet"
                aria-expanded={shown === text}
                onClick={() => void (shown === text ? show(undefined) : openText(text))}
              >
                {say('pass/see')}
                <span class="govuk-visually-hidden"> ({say(`pass/${text}`)})</span>
              </button>
            </div>
            {shown === text && <OneText text={text} onSent={() => show(undefined)} />}
          </li>
        ))}
      </ul>
      <div role="status">
        {problem && <p class="notice">{say(problem === 'no-answer' ? 'desk/no-answer' : `problem/${problem}`)}</p>}
      </div>
    </div>
  )
}

function OneText({ text, onSent }: { text: ReviewText; onSent: () => void }) {
  const { say, language } = useApp()
  const { file } = useCase()
  const [found, notified] = [file.timed.found ?? undefined, file.timed.notified ?? undefined]
  const whole = passOnText(text, { file, say, language, found, notified })
  const everyone = toldOf[text]
  return (
    <div class="case-text">
      <pre class="case-text__whole" dir="auto">
        {whole}
      </pre>
      <TextButtons text={whole} />
      <section class="case__form no-print" aria-label={say('pass/i-sent')}>
        <h5 class="govuk-heading-s">{say('pass/i-sent')}</h5>
        <ReviewForm
          place={`pass-${text}`}
          make={(values, now) => passedOnBy(values, now, text, everyone)}
          onDone={onSent}
        >
          {form => (
            <>
              {everyone.length > 1 && (
                <ChoiceField
                  {...form.field('to')}
                  label={say('pass/to')}
                  options={everyone.map(value => ({ value, words: say(`passed-to/${value}`) }))}
                  inline
                />
              )}
              <LineField {...form.field('toName')} label={say('review/to-name')} />
              <SelectField
                {...form.field('means')}
                label={say('sharing/sent-how')}
                options={sentBy.map(value => ({ value, words: say(`sent-by/${value}`) }))}
              />
              <WhenField {...form.field('at')} label={say('case/when')} hint={say('case/when-hint')} />
            </>
          )}
        </ReviewForm>
      </section>
    </div>
  )
}
