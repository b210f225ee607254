import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type OpenedQuestion, openedQuestion } from '../../../../dialogs/practice/drills/drillAnswers.ts'
import type { OpeningItem } from '../../../../dialogs/practice/drills/drills.ts'
import { useApp } from '../../session/AppContext.ts'
import { ClassMark } from '../debrief/ClassMark.tsx'
import type { ExerciseProps } from './ExerciseProps.ts'
import { GoodWordings } from './GoodWordings.tsx'
import { WhatWasSaid } from './WhatWasSaid.tsx'
import { WhyCoded } from './WhyCoded.tsx'

const longest = 300

/** A question to be asked more openly, in one's own words. It may be tried again; good wordings are shown at the end. */
export function OpeningExercise({ item, code, onAnswer, next }: ExerciseProps<OpeningItem>) {
  const { say } = useApp()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState<{ words: string; found: OpenedQuestion }>()
  const [gaveUp, setGaveUp] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const told = useRef<HTMLHeadingElement>(null)
  const isOver = gaveUp || tried?.found.isDone === true
  useLayoutEffect(() => field.current?.focus(), [])
  useLayoutEffect(() => {
    if (tried || gaveUp) told.current?.focus()
  }, [tried, gaveUp])
  const check = () => {
    const found = openedQuestion(item, typed, code)
    setTried({ words: typed, found })
    if (found.isDone) onAnswer(true)
  }
  return (
    <div class="exercise">
      <WhatWasSaid {...item} />
      <form
        class="exercise__form"
        onSubmit={event => {
          event.preventDefault()
          if (!isOver) check()
        }}
      >
        <label class="govuk-label govuk-label--m" for={id}>
          {say('drills/say-openly')}
        </label>
        <input
          id={id}
          ref={field}
          class="govuk-input exercise__typed"
          lang="en"
          dir="auto"
          autocomplete="off"
          spellcheck
          maxLength={longest}
          readOnly={isOver}
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
        />
        {!isOver && (
          <div class="exercise__buttons">
            <button type="submit" class="button">
              {say('drills/check')}
            </button>
            {tried && (
              <button
                type="button"
                class="button button--quiet"
                onClick={() => {
                  setGaveUp(true)
                  onAnswer(false)
                }}
              >
                {say('drills/show-good')}
              </button>
            )}
          </div>
        )}
      </form>
      {(tried || gaveUp) && (
        <section class="exercise__told" data-right={tried?.found.isDone ? 'yes' : 'no'} aria-labelledby={`${id}-told`}>
          <h2 class="govuk-heading-m" id={`${id}-told`} tabIndex={-1} ref={told}>
            {say(gaveUp ? 'drills/next-time' : tried?.found.isDone ? 'drills/opened' : 'drills/not-open-yet')}
          </h2>
          {tried && !gaveUp && <Judged {...tried} />}
          {isOver && <GoodWordings wordings={item.good} />}
          {isOver && next}
        </section>
      )}
    </div>
  )
}

function Judged({ words, found }: { words: string; found: OpenedQuestion }) {
  const { say } = useApp()
  const { class: code, flags, because, notYet } = found
  if (!code) return <p class="govuk-body">{say('drills/not-yet-nothing-said')}</p>
  return (
    <>
      <p class="exercise__yours">
        <ClassMark code={code} />{' '}
        <q lang="en" dir="auto">
          {words}
        </q>
      </p>
      {notYet.map(each => (
        <p key={each} class="govuk-body">
          {say(`drills/not-yet-${each}`)}
        </p>
      ))}
      <WhyCoded code={code} flags={flags} because={because} />
    </>
  )
}
