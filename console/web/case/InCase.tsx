import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { caseFrom } from '../../casework/episode/caseFile.ts'
import { OutsideRoom } from '../circle/OutsideRoom.tsx'
import { useNow } from '../desk/useNow.ts'
import { openCase } from '../live/openCase.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'
import { useObserved } from '../shared/useObserved.ts'
import { CaseContext } from './CaseContext.ts'
import { clockNow } from './clockNow.ts'
import { useConcerns } from './useConcerns.ts'

interface Props {
  episode: string
  /** It is looked at beside a young person: no reminder of another child may be on the screen, not for a moment. */
  beside?: true
  children: ComponentChildren
}

/** Opens a case for whatever is drawn from it; without it, says why it is not here. Another case needs another `key`. */
export function InCase({ episode, beside, children }: Props) {
  const { say } = useApp()
  const { connection } = useWork()
  const open = useMemo(() => openCase(episode, connection), [episode, connection])
  useEffect(() => open.close, [open])
  const { events, interviews, clocks: told, problem } = useObserved(open.state)
  const dues = useMemo(() => told.flatMap(({ due }) => due ?? []), [told])
  const now = useNow(dues)
  const file = useMemo(() => (events[0] ? caseFrom(events) : undefined), [events])
  const found = useConcerns(file?.interviews ?? [])
  if (!file && problem === 'need-to-know' && !beside) return <OutsideRoom of="case" breakGlass={open.breakGlass} />
  if (!file && beside) {
    return (
      <main class="tell" id="main">
        <p class="govuk-body-l" role="status">
          {problem ? say(`problem/${problem}`) : say('room/fetching-why')}
        </p>
        <a class="button" href={`/cases/${episode}/balance`}>
          {say('tell/back')}
        </a>
      </main>
    )
  }
  if (!file) {
    return (
      <Page title={say(problem ? 'case/not-here' : 'room/fetching')}>
        <p class="govuk-body-l">{problem ? say(`problem/${problem}`) : say('room/fetching-why')}</p>
        <a class="button" href="/desk">
          {say('desk/go')}
        </a>
      </Page>
    )
  }
  const clocks = told.map(clock => clockNow(clock, file.lateness, now))
  return (
    <CaseContext.Provider value={{ open, file, events, interviews, clocks, found, now }}>
      {children}
    </CaseContext.Provider>
  )
}

/** That what is shown may be old, and that nothing can be saved, while there is no connection. */
export function NoConnection() {
  const { say } = useApp()
  const line = useObserved(useWork().connection.line)
  if (line !== 'offline' && line !== 'signed-out') return null
  return (
    <p class="notice" role="status">
      {say('case/offline')}
    </p>
  )
}
