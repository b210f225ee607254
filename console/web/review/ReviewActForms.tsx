import { useEffect, useRef } from 'preact/hooks'
import {
  checkAnswers,
  considered,
  forwardedTo,
  meetings,
  reviewChecks,
  reviewers,
} from '../../casework/review/reviewChoices.ts'
import { mayDo } from '../../casework/roles.ts'
import { useCase } from '../case/CaseContext.ts'
import { ChoiceField, LineField, SelectField, WhenField, WordsField } from '../case/CaseControls.tsx'
import { readyRecipients } from '../case/caseChoices.ts'
import type { CaseFormState } from '../case/useCaseForm.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { ReviewForm } from './ReviewForm.tsx'
import { type ReviewAct, reviewActs } from './reviewActs.ts'
import { answeredBy, forwardedBy, heardBy, reviewedBy, setAhead } from './reviewForms.ts'

interface Props {
  act: ReviewAct | undefined
  onAct: (act: ReviewAct | undefined) => void
}

/** What is written down of a review, one short form at a time. */
export function ReviewActs({ act, onAct }: Props) {
  const { say } = useApp()
  const { person } = useWork()
  const { file } = useCase()
  const buttons = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLElement>(null)
  const last = useRef<ReviewAct | undefined>(undefined)
  useEffect(() => {
    if (act) form.current?.focus()
    else if (last.current) buttons.current?.querySelector<HTMLElement>(`[data-review="${last.current}"]`)?.focus()
    last.current = act
  }, [act])
  const mine = reviewActs
    .filter(each => each !== 'send-back' || mayDo(person.role, 'case.review'))
    // No clock runs in a closed case, and nobody would see there what was sent back.
    .filter(each => file.state === 'open' || (each !== 'send-back' && each !== 'set'))
  const done = () => onAct(undefined)
  return (
    <div class="no-print">
      <div class="case__acts" ref={buttons}>
        {mine.map(each => (
          <button
            key={each}
            type="button"
            class="button button--quiet"
            data-review={each}
            aria-expanded={act === each}
            onClick={() => onAct(act === each ? undefined : each)}
          >
            {say(`review/act-${each}`)}
          </button>
        ))}
      </div>
      {act && (
        <section class="case__form" ref={form} tabIndex={-1} aria-label={say(`review/act-${act}`)}>
          {act === 'forward' && <Forward onDone={done} />}
          {act === 'review' && <Review onDone={done} />}
          {act === 'set' && <SetAhead onDone={done} />}
          {act === 'send-back' && <SendBack onDone={done} />}
          {act === 'heard' && <HeardBack onDone={done} />}
        </section>
      )}
    </div>
  )
}

function Forward({ onDone }: { onDone: () => void }) {
  const { say } = useApp()
  return (
    <ReviewForm place="forward" make={forwardedBy} onDone={onDone}>
      {form => (
        <>
          <ChoiceField
            {...form.field('to')}
            label={say('review/to')}
            options={forwardedTo.map(value => ({ value, words: say(`forwarded-to/${value}`) }))}
          />
          {form.values.to === 'hub' && (
            <>
              <ChoiceField
                {...form.field('consider')}
                label={say('review/consider')}
                options={considered.map(value => ({ value, words: say(`consider/${value}`) }))}
              />
              <WordsField {...form.field('need')} label={say('review/need')} hint={say('review/need-hint')} />
              <WordsField {...form.field('support')} label={say('review/support')} hint={say('review/support-hint')} />
            </>
          )}
          {form.values.to !== 'hub' && <LineField {...form.field('toName')} label={say('review/to-name')} />}
          <WhenField {...form.field('at')} label={say('case/when')} hint={say('case/when-hint')} />
          <WordsField {...form.field('words')} label={say('case/words')} />
        </>
      )}
    </ReviewForm>
  )
}

function Review({ onDone }: { onDone: () => void }) {
  const { say } = useApp()
  const { person } = useWork()
  const { file } = useCase()
  const leads = mayDo(person.role, 'case.review')
  const mine = reviewers.filter(each => leads || (each !== 'coordinator' && each !== 'supervision'))
  return (
    <ReviewForm place="review" make={reviewedBy} onDone={onDone}>
      {form => (
        <>
          <ChoiceField
            {...form.field('by')}
            label={say('review/by')}
            {...(leads ? {} : { hint: say('review/by-hint') })}
            options={mine.map(value => ({ value, words: say(`reviewer/${value}`) }))}
          />
          {form.values.by === 'meeting' && (
            <SelectField
              {...form.field('meeting')}
              label={say('review/meeting')}
              options={meetings.map(value => ({ value, words: say(`meeting/${value}`) }))}
            />
          )}
          <WhenField {...form.field('at')} label={say('case/when')} hint={say('case/when-hint')} />
          {reviewChecks.map(name => (
            <ChoiceField
              key={name}
              {...form.field(name)}
              label={say(`check/${name}`)}
              options={checkAnswers.map(value => ({ value, words: say(`check-answer/${value}`) }))}
              inline
            />
          ))}
          <WordsField {...form.field('words')} label={say('review/found')} />
          {file.state === 'open' && <Ahead form={form} />}
        </>
      )}
    </ReviewForm>
  )
}

function SetAhead({ onDone }: { onDone: () => void }) {
  return (
    <ReviewForm place="set" make={setAhead} onDone={onDone}>
      {form => <Ahead form={form} />}
    </ReviewForm>
  )
}

function Ahead({ form }: { form: CaseFormState }) {
  const { say } = useApp()
  return (
    <>
      <WhenField
        {...form.field('next-supervision')}
        label={say('moment/supervision')}
        hint={say('review/ahead-hint')}
      />
      <WhenField {...form.field('next-meeting')} label={say('moment/meeting')} hint={say('review/ahead-hint')} />
    </>
  )
}

function SendBack({ onDone }: { onDone: () => void }) {
  const { say } = useApp()
  return (
    <ReviewForm place="send-back" make={(values, now) => answeredBy(values, now)} onDone={onDone}>
      {form => (
        <WordsField {...form.field('words')} label={say('review/still-to-do')} hint={say('review/still-to-do-hint')} />
      )}
    </ReviewForm>
  )
}

function HeardBack({ onDone }: { onDone: () => void }) {
  const { say } = useApp()
  const { file } = useCase()
  return (
    <ReviewForm place="heard" make={heardBy} onDone={onDone}>
      {form => (
        <>
          <SelectField
            {...form.field('from')}
            label={say('review/from')}
            options={[
              ...readyRecipients.map(value => ({ value, words: say(`recipient/${value}`) })),
              ...file.namedRecipients.flatMap(({ name }) => (name ? [{ value: name, words: name }] : [])),
              { value: 'other', words: say('review/from-other') },
            ]}
          />
          {form.values.from === 'other' && <LineField {...form.field('fromName')} label={say('review/from-name')} />}
          <WhenField {...form.field('at')} label={say('case/when')} hint={say('case/when-hint')} />
          <WordsField {...form.field('words')} label={say('review/heard')} />
        </>
      )}
    </ReviewForm>
  )
}
