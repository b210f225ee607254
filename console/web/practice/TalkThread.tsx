import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { nameOf } from '../session/usePersonName.ts'
import { Scrolled } from '../shared/Scrolled.tsx'
import { EndCard } from './EndCard.tsx'
import { usePractice } from './PracticeContext.ts'
import { SayForm } from './SayForm.tsx'
import { TheirReply } from './TheirReply.tsx'
import { TraineeLine } from './TraineeLine.tsx'

/** What was said, the newest last, and where the trainee says what comes next. */
export function TalkThread() {
  const { say } = useApp()
  const { talk, about, isWatching } = usePractice()
  const lines = useRef<HTMLElement>(null)
  const { attempt, turns, saying } = talk
  const newest = turns.length + (saying ? 1 : 0)
  useEffect(() => {
    lines.current?.scrollTo(0, lines.current.scrollHeight)
  }, [newest, turns.length, attempt?.ended])
  const whose = isWatching ? nameOf(about.trainee, say) : undefined
  return (
    <div class="said">
      <Scrolled ref={lines} class="said__lines" role="log" aria-live="polite" aria-label={say('practice/thread')}>
        <details class="fold said__known">
          <summary>{say('practice/known')}</summary>
          <ul lang="en" dir="auto">
            {about.card.known.map(fact => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </details>
        <ol class="said__turns">
          <li class="said__turn">
            <TheirReply reply={about.opening} />
          </li>
          {turns.map(({ number, said, reply }) => (
            <li key={number} class="said__turn">
              <TraineeLine said={said} whose={whose} />
              <TheirReply reply={reply} />
            </li>
          ))}
          {saying && (
            <li key={turns.length + 1} class="said__turn">
              <TraineeLine said={saying.said} whose={whose} />
            </li>
          )}
        </ol>
      </Scrolled>
      {attempt?.ended ? (
        <EndCard ended={attempt.ended} />
      ) : (
        !isWatching && (about.goesOn ? <SayForm /> : <p class="notice">{say('practice/changed')}</p>)
      )}
    </div>
  )
}
