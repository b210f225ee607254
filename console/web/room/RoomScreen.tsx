import { useState } from 'preact/hooks'
import { InterpretersHere } from '../interpreter/InterpretersHere.tsx'
import { useApp } from '../session/AppContext.ts'
import { fetched } from '../shared/fetched.tsx'
import { useTitle } from '../shared/useTitle.ts'
import { knownAsOf } from './knownAsOf.ts'
import { Now } from './Now.tsx'
import { Refusals } from './Refusals.tsx'
import { useRoom } from './RoomContext.ts'
import { RoomHeader } from './RoomHeader.tsx'
import { SidePanel, type View, viewWords } from './SidePanel.tsx'
import { ViewTabs } from './ViewTabs.tsx'

// Fetched after the room: the talk waits for nothing of it.
const CaseLine = fetched(
  () => import('./CaseLine.tsx').then(module => module.CaseLine),
  () => null,
)

/** The interview room: what comes now in the middle, the record and the topics beside it. */
export function RoomScreen() {
  const { say } = useApp()
  const { record, step } = useRoom()
  const [view, show] = useState<View>('talk')
  const pensDown = step.kind === 'ask' && step.stage.pensDown
  const views: readonly View[] = pensDown ? ['talk', 'topics'] : ['talk', 'record', 'topics', 'bot']
  const shown = views.includes(view) ? view : 'talk'
  const knownAs = knownAsOf(record) ?? say('list/not-named')
  useTitle(`${knownAs} - ${say('app/name')}`)
  return (
    <div class="room-frame">
      <div class={`room${pensDown ? ' room--pens-down' : ''}`} data-view={shown}>
        <a class="govuk-skip-link" href="#now">
          {say('app/skip')}
        </a>
        <RoomHeader knownAs={knownAs} onChanged={() => show('talk')} />
        <Refusals />
        <main class="room__parts" id="now" tabIndex={-1}>
          <ViewTabs views={views} words={viewWords} shown={shown} show={show} />
          <div class="room__now">
            <CaseLine />
            <InterpretersHere />
            <Now />
          </div>
          {!(pensDown && shown === 'talk') && <SidePanel shown={shown} show={show} />}
        </main>
      </div>
    </div>
  )
}
