import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'
import type { Heard } from './suggestionsFor.ts'

/** "Did you hear ...?", with the words that led to it. Nothing is recorded until someone keeps it. */
export function Suggestions({ heard }: { heard: readonly Heard[] }) {
  const { say } = useApp()
  const { room, screenWords } = useRoom()
  if (heard.length === 0) return null
  return (
    <section class="heard" aria-labelledby="heard-title" aria-live="polite">
      <h3 class="govuk-heading-s" id="heard-title">
        {say('heard/title')}
      </h3>
      <ul class="heard__list">
        {heard.map(({ coverage, told, because, account }) => {
          const title = screenWords(`coverage/${coverage}`)
          return (
            <li class="heard__one" key={coverage}>
              <div class="heard__words">
                <p class="heard__title">{told === 'no' ? say('heard/denied', { title }) : title}</p>
                <p class="heard__because">
                  <q dir="auto">{because}</q>
                </p>
              </div>
              <div class="heard__buttons">
                <button
                  type="button"
                  class="button"
                  onClick={() => void room.act({ do: 'cover', coverage, told, because, voice: account.voice })}
                >
                  {say('heard/keep')}
                  <span class="govuk-visually-hidden"> {title}</span>
                </button>
                <button
                  type="button"
                  class="button button--quiet"
                  onClick={() => void room.act({ do: 'set-aside', coverage, account: account.event })}
                >
                  {say('heard/not-that')}
                  <span class="govuk-visually-hidden"> {title}</span>
                </button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
