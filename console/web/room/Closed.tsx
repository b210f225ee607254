import { progressOf } from '../../../dialogs/plan/progress.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'

/** The end, why, and what is still the practitioner's to do. */
export function Closed({ because }: { because: 'complete' | 'stopped' | 'declined' | 'not-reached' }) {
  const { say } = useApp()
  const { room, record, guide, practice } = useRoom()
  const notes = progressOf(guide, record).topics.some(topic => topic.stage === 'after' && topic.left > 0)
  const printed = `/interviews/${room.interview}/record`
  return (
    <section class="rest" aria-labelledby="rest-title">
      <h2 id="rest-title" class="spoken" tabIndex={-1}>
        {say(`closed/${because}`)}
      </h2>
      <p class="govuk-body-l">{say(`closed/${because}-why`)}</p>
      <div class="rest__next">
        {notes ? (
          <button type="button" class="button button--next" onClick={() => void room.act({ do: 'go', to: 'after' })}>
            {say('closed/notes')}
          </button>
        ) : (
          !practice && (
            <a class="button button--next" href={printed}>
              {say('record/see')}
            </a>
          )
        )}
        {notes && !practice && (
          <a class="button button--quiet" href={printed}>
            {say('record/see')}
          </a>
        )}
        {because !== 'complete' && (
          <button type="button" class="button button--quiet" onClick={() => void room.act({ do: 'resume' })}>
            {say('closed/resume')}
          </button>
        )}
      </div>
    </section>
  )
}
