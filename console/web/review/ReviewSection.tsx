import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { nextInReview, type ReviewStep } from '../../casework/review/nextInReview.ts'
import { reviewChecks } from '../../casework/review/reviewChoices.ts'
import { isWith } from '../../casework/review/reviewFile.ts'
import { mayDo } from '../../casework/roles.ts'
import { useCase } from '../case/CaseContext.ts'
import { Saving } from '../case/Saving.tsx'
import { useWriting } from '../case/useWriting.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp, useWork } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { HeardBackList } from './HeardBackList.tsx'
import { PassOn } from './PassOn.tsx'
import { ReviewActs } from './ReviewActForms.tsx'
import type { ReviewAct } from './reviewActs.ts'
import { type ReviewLook, reviewLooks } from './reviewLooks.ts'
import { SentBackAnswers } from './SentBackNotes.tsx'

/** Which form does what is to be done now. The others are done elsewhere on the page, or by somebody else. */
const actOf: Partial<Record<ReviewStep, ReviewAct>> = {
  forward: 'forward',
  'coordinator-review': 'review',
  'worker-review': 'review',
  'set-supervision': 'set',
}

/** Who looks at it next and by when, what they found, and the one thing to do now. */
export function ReviewSection() {
  const { say } = useApp()
  const { person } = useWork()
  const { file, interviews, clocks } = useCase()
  const [act, setAct] = useState<ReviewAct>()
  const isHeld = interviews.some(({ held }) => held !== null)
  const step = nextInReview(file, isHeld)
  const isMine = step !== 'coordinator-review' || mayDo(person.role, 'case.review')
  const wanted = isMine ? actOf[step] : undefined
  return (
    <section aria-labelledby="review" class="case__part">
      <h2 class="govuk-heading-m" id="review">
        {say('review/title')}
      </h2>
      <div class="review__now" role="status" data-step={step}>
        <p class="review__step">{say(`review/step-${step}`)}</p>
        {wanted && act !== wanted && (
          <button type="button" class="button no-print" onClick={() => setAct(wanted)}>
            {say(`review/act-${wanted}`)}
          </button>
        )}
      </div>
      <ol class="clocks review__looks">
        {reviewLooks(file, clocks, isHeld).map(look => (
          <Look key={look.who} look={look} />
        ))}
      </ol>
      <Recommended />
      <ReviewActs act={act} onAct={setAct} />
      <SentBackAnswers />
      <PassOn />
      <HeardBackList />
    </section>
  )
}

function Look({ look }: { look: ReviewLook }) {
  const { say, language } = useApp()
  const { now } = useCase()
  const nameOf = usePersonName()
  const { who, done, due, found } = look
  const time = (at: string) => dayAndTime(at, language)
  return (
    <li class="clocks__one" data-look={who}>
      <h3 class="clocks__name">{say(`review/look-${who}`)}</h3>
      <p class="clocks__state">
        {done !== undefined ? (
          <span class="clock-state clock-state--met">{say('review/done', { when: time(done) })}</span>
        ) : due !== undefined ? (
          <>
            {say('review/due', { when: time(due) })} <DueWords due={due} now={now} />
          </>
        ) : (
          say(`review/state-${look.state}`)
        )}
      </p>
      {look.to && (
        <p class="concerns__from">
          {say(`forwarded-to/${look.to.to}`)}
          {look.to.toName && (
            <>
              {': '}
              <bdi>{look.to.toName}</bdi>
            </>
          )}
        </p>
      )}
      {found.map(review => (
        <div key={review.event} class="review__found">
          <p class="concerns__from">
            {review.meeting && `${say(`meeting/${review.meeting}`)} · `}
            {say('case/by', { who: nameOf(review.writtenBy), when: time(review.at) })}
          </p>
          <dl class="clocks__facts">
            {reviewChecks.map(name => (
              <Fact key={name} name={say(`check/${name}`)}>
                {say(`check-answer/${review.checks[name]}`)}
              </Fact>
            ))}
          </dl>
          {review.words && <p dir="auto">{review.words}</p>}
          <TakeBack event={review.event} about={say(`review/look-${who}`)} />
        </div>
      ))}
    </li>
  )
}

/** What was thought to be needed when it was sent to the hub: whoever reviews it reads this first. */
function Recommended() {
  const { say } = useApp()
  const { file } = useCase()
  const last = file.review.forwarded.at(-1)
  if (isWith(file) !== 'hub' || !last?.consider) return null
  return (
    <div class="review__recommended">
      <h3 class="govuk-heading-s">{say('review/recommended')}</h3>
      <dl class="clocks__facts">
        <Fact name={say('review/consider')}>{say(`consider/${last.consider}`)}</Fact>
        <Fact name={say('review/need')}>
          <span dir="auto">{last.need}</span>
        </Fact>
        <Fact name={say('review/support')}>
          <span dir="auto">{last.support}</span>
        </Fact>
      </dl>
    </div>
  )
}

function TakeBack({ event, about }: { event: string; about: string }) {
  const { say } = useApp()
  const { open } = useCase()
  const { busy, problem, write } = useWriting(open)
  return (
    <>
      <button
        type="button"
        class="text-button no-print"
        disabled={busy}
        onClick={() => void write({ type: 'withdrawn', event })}
      >
        {say('review/take-back')}
        <span class="govuk-visually-hidden"> ({about})</span>
      </button>
      <Saving busy={busy} problem={problem} />
    </>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
