import { useState } from 'preact/hooks'
import type { Action } from '../../casework/actions/actions.ts'
import { useCase } from '../case/CaseContext.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { HoldFollowUp } from './FollowUpForms.tsx'

/** Help that is arranged: by when, with whom and by which service; and what came of it. */
export function Arranged({ action }: { action: Action }) {
  const { say, language } = useApp()
  const { now } = useCase()
  const nameOf = usePersonName()
  const [holding, setHolding] = useState(false)
  const { event, kind, due, ownedBy, service, words, ended, writtenBy, addedAt } = action
  const time = (at: string) => dayAndTime(at, language)
  return (
    <li class="clocks__one" data-follow={kind}>
      <h4 class="clocks__name" id={`follow-${event}`}>
        {say(`action/${kind}`)}
      </h4>
      <p class="clocks__state">
        {ended ? (
          <span class={`clock-state clock-state--${ended.outcome === 'done' ? 'met' : 'not-applicable'}`}>
            {say(`outcome/${ended.outcome}`)}, {time(ended.at)}
          </span>
        ) : due === null ? (
          say('actions/no-due')
        ) : (
          <>
            {say('actions/due-at', { when: time(due) })} <DueWords due={due} now={now} />
          </>
        )}
      </p>
      <p class="concerns__from">
        {service ? <bdi>{service}</bdi> : say('follow/this-service')}
        {ownedBy && (
          <>
            {' · '}
            <bdi>{ownedBy}</bdi>
          </>
        )}
        {' · '}
        {say('case/by', { who: nameOf(writtenBy), when: time(addedAt) })}
      </p>
      {words && <p dir="auto">{words}</p>}
      <Held action={action} />
      {ended?.words && <p dir="auto">{ended.words}</p>}
      {!ended && (
        <div class="clocks__do no-print">
          <button
            type="button"
            class="button button--quiet"
            aria-expanded={holding}
            aria-describedby={`follow-${event}`}
            onClick={() => setHolding(!holding)}
          >
            {say('follow/held')}
          </button>
        </div>
      )}
      {holding && !ended && <HoldFollowUp action={event} onDone={() => setHolding(false)} />}
    </li>
  )
}

/** What a contact that was kept told. */
function Held({ action }: { action: Action }) {
  const { say } = useApp()
  const { file } = useCase()
  const held = file.review.followUps.find(each => each.action === action.event)
  if (!held) return null
  return (
    <dl class="clocks__facts">
      <div>
        <dt>{say('case/field-means')}</dt>
        <dd>{say(`means/${held.means}`)}</dd>
      </div>
      <div>
        <dt>{say('follow/who-it-was')}</dt>
        <dd>
          {say(held.sameWorker ? 'follow/same-worker' : 'follow/other-worker')} {held.who && <bdi>{held.who}</bdi>}
        </dd>
      </div>
      {held.howTheyAre && (
        <div>
          <dt>{say('follow/how-they-are')}</dt>
          <dd dir="auto">{held.howTheyAre}</dd>
        </div>
      )}
      <div>
        <dt>{say('follow/wants-more')}</dt>
        <dd>{say(`wants-more/${held.wantsMore}`)}</dd>
      </div>
    </dl>
  )
}
