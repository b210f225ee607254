import { useEffect, useState } from 'preact/hooks'
import { mayDo } from '../../casework/roles.ts'
import type { ChangeCircle, CircleResponse } from '../../contract/needToKnow.ts'
import { useTry } from '../account/useTry.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { ErrorSummary } from '../shared/Form.tsx'

/** Who may see this record, under it; changed by those who may change it. Not printed. */
export function WhoNeedsToKnow() {
  const { say, session } = useApp()
  const { room } = useRoom()
  const { busy, faults, attempt } = useTry()
  const [circle, setCircle] = useState<CircleResponse>()
  const path = `/api/interviews/${room.interview}/circle`
  useEffect(() => void ask<CircleResponse>('GET', path).then(answer => answer.ok && setCircle(answer.value)), [path])
  if (!circle) return null
  const change = async (to: ChangeCircle) => {
    const changed = await attempt(() => ask<CircleResponse>('PATCH', path, to))
    if (changed) setCircle(changed)
  }
  const mayShare = session.person !== null && mayDo(session.person.role, 'interview.share')
  return (
    <section class="circle" aria-labelledby="circle">
      <h2 class="govuk-heading-m" id="circle">
        {say('circle/title')}
      </h2>
      <ErrorSummary faults={faults} />
      <CircleFacts circle={circle} />
      {mayShare && <ChangeIt circle={circle} busy={busy} change={change} />}
    </section>
  )
}

function CircleFacts({ circle }: { circle: CircleResponse }) {
  const { say } = useApp()
  const nameOf = usePersonName()
  return (
    <>
      <dl class="facts">
        <div class="facts__one">
          <dt>{say('circle/worker')}</dt>
          <dd>{nameOf(circle.worker)}</dd>
        </div>
        <div class="facts__one">
          <dt>{say('circle/team')}</dt>
          <dd>{circle.team}</dd>
        </div>
        {circle.reviewers.length > 0 && (
          <div class="facts__one">
            <dt>{say('circle/reviewers')}</dt>
            <dd>{circle.reviewers.map(nameOf).join(', ')}</dd>
          </div>
        )}
      </dl>
      <p class="govuk-body">{say(circle.restricted ? 'circle/restricted' : 'circle/whole-team')}</p>
    </>
  )
}

interface ChangeProps {
  circle: CircleResponse
  busy: boolean
  change: (to: ChangeCircle) => Promise<void>
}

function ChangeIt({ circle, busy, change }: ChangeProps) {
  const { say, session } = useApp()
  const nameOf = usePersonName()
  const people = [...new Set([...session.people.map(({ id }) => id), ...Object.keys(session.colleagues)])]
  const others = people.filter(id => id !== circle.worker && !circle.reviewers.includes(id))
  const add = (id: string) => void (id !== '' && change({ reviewers: [...circle.reviewers, id] }))
  return (
    <div class="circle__change">
      <button
        type="button"
        class="button button--quiet"
        disabled={busy}
        onClick={() => void change({ restricted: !circle.restricted })}
      >
        {say(circle.restricted ? 'circle/open' : 'circle/restrict')}
      </button>
      {circle.reviewers.map(id => (
        <button
          key={id}
          type="button"
          class="button button--quiet"
          disabled={busy}
          onClick={() => void change({ reviewers: circle.reviewers.filter(each => each !== id) })}
        >
          {say('circle/remove', { name: nameOf(id) })}
        </button>
      ))}
      <div class="govuk-form-group">
        <label class="govuk-label" for="reviewer">
          {say('circle/add')}
        </label>
        <select
          class="govuk-select"
          id="reviewer"
          disabled={busy || others.length === 0}
          value=""
          onChange={event => add(event.currentTarget.value)}
        >
          <option value="">{say('circle/choose')}</option>
          {others.map(id => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
