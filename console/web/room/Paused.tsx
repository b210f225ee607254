import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** A break: nothing is asked, and the place is kept. */
export function Paused() {
  const { say } = useApp()
  const { room } = useRoom()
  return (
    <section class="rest" aria-labelledby="rest-title">
      <h2 id="rest-title" class="spoken" tabIndex={-1}>
        {say('rest/paused')}
      </h2>
      <p class="govuk-body-l">{say('rest/paused-why')}</p>
      <button type="button" class="button button--next" onClick={() => void room.act({ do: 'resume' })}>
        {say('rest/resume')}
      </button>
    </section>
  )
}
