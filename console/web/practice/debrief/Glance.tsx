import type { Debrief } from '../../../../dialogs/practice/debrief/debrief.ts'
import { useApp } from '../../session/AppContext.ts'
import type { Remark } from './remark.ts'
import { TurnLinks } from './TurnLink.tsx'
import { toTryNext } from './toTryNext.ts'
import { wentWell } from './wentWell.ts'

/** What somebody who is tired reads, if they read nothing else: what went well, and what to try next. */
export function Glance({ debrief }: { debrief: Debrief }) {
  const { say } = useApp()
  return (
    <div class="glance">
      <section class="glance__part glance__part--well" aria-labelledby="went-well">
        <h2 class="govuk-heading-m" id="went-well">
          {say('debrief/went-well')}
        </h2>
        <Remarks remarks={wentWell(debrief)} />
      </section>
      <section class="glance__part glance__part--next" aria-labelledby="to-try-next">
        <h2 class="govuk-heading-m" id="to-try-next">
          {say('debrief/to-try-next')}
        </h2>
        <Remarks remarks={toTryNext(debrief)} />
      </section>
    </div>
  )
}

function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const { say } = useApp()
  return (
    <ul class="glance__remarks">
      {remarks.map(({ key, into, turns }) => (
        <li key={key}>
          {say(key, into)} <TurnLinks turns={turns} />
        </li>
      ))}
    </ul>
  )
}
