import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type QuestionClass, questionClasses } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { namedQuestion } from '../../../../dialogs/practice/drills/drillAnswers.ts'
import type { NamingItem } from '../../../../dialogs/practice/drills/drills.ts'
import { useApp } from '../../session/AppContext.ts'
import { Icon } from '../../shared/Icon.tsx'
import { codeWords } from '../codeWords.ts'
import { ClassMark } from '../debrief/ClassMark.tsx'
import type { ExerciseProps } from './ExerciseProps.ts'
import { GoodWordings } from './GoodWordings.tsx'
import { WhatWasSaid } from './WhatWasSaid.tsx'
import { WhyCoded } from './WhyCoded.tsx'

/** One question to be named: by one of eight buttons or their numbers, told at once whether it was right and why. */
export function NamingExercise({ item, code, onAnswer, next }: ExerciseProps<NamingItem>) {
  const { say } = useApp()
  const words = codeWords(say)
  const [answer, setAnswer] = useState<QuestionClass>()
  const asking = useRef<HTMLHeadingElement>(null)
  const told = useRef<HTMLHeadingElement>(null)
  const found = answer && namedQuestion(item, answer, code)
  useLayoutEffect(() => (answer ? told : asking).current?.focus(), [answer])
  const choose = (chosen: QuestionClass) => {
    if (answer) return
    setAnswer(chosen)
    onAnswer(chosen === item.class)
  }
  // The numbers are a shorter way to the buttons. Heard from the moment they are drawn: some press at once.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const chosen = questionClasses[Number(event.key) - 1]
      if (chosen && !event.ctrlKey && !event.altKey && !event.metaKey) choose(chosen)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  })
  return (
    <div class="exercise">
      <WhatWasSaid {...item} marked={found?.because.map(each => each.words) ?? []} />
      <h2 class="govuk-heading-m exercise__ask" tabIndex={-1} ref={asking}>
        {say('drills/which')}
      </h2>
      <ol class="classes-to-choose">
        {questionClasses.map((each, place) => {
          const mark = found && (each === item.class ? 'right' : each === answer ? 'wrong' : 'other')
          return (
            <li key={each}>
              <button
                type="button"
                class="class-to-choose"
                aria-disabled={answer !== undefined}
                aria-keyshortcuts={String(place + 1)}
                data-mark={mark}
                onClick={() => choose(each)}
              >
                <kbd class="class-to-choose__key">{place + 1}</kbd>
                <span class="class-to-choose__words">
                  <ClassMark code={each} />
                  <span class="class-to-choose__is">{words.classIs(each)}</span>
                  {mark === 'right' && <ChoiceMark icon="tick" words={say('drills/it-is')} />}
                  {mark === 'wrong' && <ChoiceMark icon="cross" words={say('drills/you-chose')} />}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {found && (
        <section class="exercise__told" data-right={found.isRight ? 'yes' : 'no'} aria-labelledby="told">
          <h2 class="govuk-heading-m" id="told" tabIndex={-1} ref={told}>
            {found.isRight
              ? say('drills/right', { what: words.class(item.class) })
              : say('drills/wrong', { what: words.class(item.class) })}
          </h2>
          <WhyCoded code={found.class} flags={found.flags} because={found.because} />
          {found.better !== undefined && <GoodWordings wordings={[found.better]} />}
          {next}
        </section>
      )}
    </div>
  )
}

function ChoiceMark({ icon, words }: { icon: 'tick' | 'cross'; words: string }) {
  return (
    <strong class="class-to-choose__mark">
      <Icon name={icon} />
      {words}
    </strong>
  )
}
