import { useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { useTitle } from '../shared/useTitle.ts'
import { knownAsOf } from './knownAsOf.ts'
import { Now } from './Now.tsx'
import { Refusals } from './Refusals.tsx'
import { useRoom } from './RoomContext.ts'
import { RoomHeader } from './RoomHeader.tsx'
import { SidePanel, type View, ViewTabs } from './SidePanel.tsx'

/** The interview room: what comes now in the middle, the record and the topics beside it. */
export function RoomScreen() {
  const { say } = useApp()
  const view = useRoom()
  const { record, step } = view
  const [shown, show] = useState<View>('talk')
  const pensDown = step.kind === 'ask' && step.stage.pensDown
  const knownAs = knownAsOf(record) ?? say('list/not-named')
  useTitle(`${knownAs} - ${say('app/name')}`)
  return (
    <div class={`room${pensDown ? ' room--pens-down' : ''}`} data-view={pensDown ? 'talk' : shown}>
      <a class="govuk-skip-link" href="#now">
        {say('app/skip')}
      </a>
      <RoomHeader knownAs={knownAs} />
      {!pensDown && <ViewTabs shown={shown} show={show} />}
      <main class="room__now" id="now" tabIndex={-1}>
        <Refusals />
        <Now />
      </main>
      {!pensDown && <SidePanel shown={shown} show={show} />}
    </div>
  )
}
