import { directionOf } from '../../../locales/languages.ts'
import type { SeenTurn } from '../../contract/practice.ts'
import { useApp } from '../session/AppContext.ts'
import { usePractice } from './PracticeContext.ts'

/** What is seen and heard of the young person, and of whoever interprets. */
export function TheirReply({ reply }: { reply: SeenTurn['reply'] }) {
  const { say } = useApp()
  const { person, interpreter } = usePractice().about.card
  const { says, original, body, interpreter: aside } = reply
  return (
    <>
      {body && (
        <p class="said__seen">
          <bdi lang="en">{body}</bdi>
        </p>
      )}
      {says === '' ? (
        !body && <p class="said__seen">{say('practice/says-nothing', { name: person.name })}</p>
      ) : (
        <div class="said__line said__line--them">
          <p class="said__who">
            <bdi>{person.name}</bdi>
          </p>
          <p class="said__words" lang="en" dir="auto">
            {says}
          </p>
          {original !== undefined && interpreter && (
            <p class="said__original" lang={interpreter.language} dir={directionOf(interpreter.language)}>
              {original}
            </p>
          )}
        </div>
      )}
      {aside && (
        <p class="said__seen said__seen--interpreter">
          <strong class="said__who">{say('practice/interpreter-seen')}</strong> <bdi lang="en">{aside}</bdi>
        </p>
      )}
    </>
  )
}
