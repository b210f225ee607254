import { useEffect, useMemo } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { caseFrom } from '../../casework/episode/caseFile.ts'
import { CaseContext, useCase } from '../case/CaseContext.ts'
import { CaseFacts } from '../case/CaseFacts.tsx'
import { CaseHistory } from '../case/CaseHistory.tsx'
import { CaseInterviews } from '../case/CaseInterviews.tsx'
import { ClockList } from '../case/ClockList.tsx'
import { CloseCase } from '../case/CloseCase.tsx'
import { ConcernsSection } from '../case/ConcernsSection.tsx'
import { clockNow, inOrder, isOpen } from '../case/clockNow.ts'
import { DoSection } from '../case/DoSection.tsx'
import { LinkedSection } from '../case/LinkedSection.tsx'
import { PeoplePlaces } from '../case/PeoplePlaces.tsx'
import { SharingSection } from '../case/SharingSection.tsx'
import { Timeline } from '../case/Timeline.tsx'
import { OutsideRoom } from '../circle/OutsideRoom.tsx'
import { DueWords } from '../desk/DueWords.tsx'
import { useNow } from '../desk/useNow.ts'
import { openCase } from '../live/openCase.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { Page } from '../shared/Page.tsx'
import { useObserved } from '../shared/useObserved.ts'

/** One missing episode: what is due, what happened, and what there is to do. */
export function CasePage() {
  const episode = useRoute().params.id ?? ''
  return <OneCase key={episode} episode={episode} />
}

function OneCase({ episode }: { episode: string }) {
  const { say } = useApp()
  const { connection } = useWork()
  const open = useMemo(() => openCase(episode, connection), [episode, connection])
  useEffect(() => open.close, [open])
  const { events, interviews, clocks: told, problem } = useObserved(open.state)
  const line = useObserved(connection.line)
  const dues = useMemo(() => told.flatMap(({ due }) => due ?? []), [told])
  const now = useNow(dues)
  const file = useMemo(() => (events[0] ? caseFrom(events) : undefined), [events])
  if (!file && problem === 'need-to-know') return <OutsideRoom of="case" breakGlass={open.breakGlass} />
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
    <CaseContext.Provider value={{ open, file, events, interviews, clocks, now }}>
      <Page title={file.calledAs ?? say('list/not-named')}>
        {(line === 'offline' || line === 'signed-out') && (
          <p class="notice" role="status">
            {say('case/offline')}
          </p>
        )}
        <Top />
        <ConcernsSection />
        <ClockList />
        {file.state === 'open' && <DoSection />}
        <CaseInterviews />
        <LinkedSection />
        <PeoplePlaces />
        <SharingSection />
        <Timeline />
        <CaseFacts />
        <CloseCase />
        <CaseHistory />
      </Page>
    </CaseContext.Provider>
  )
}

/** What is due next, whose it is, and what to know of it at once. */
function Top() {
  const { say } = useApp()
  const { file, clocks, now } = useCase()
  const nameOf = usePersonName()
  const next = file.state === 'open' ? inOrder(clocks).find(clock => isOpen(clock) && clock.due !== null) : undefined
  return (
    <div class="case__top">
      <p class="case__next">
        {file.state === 'closed' && say('case/is-closed')}
        {file.state === 'open' && !next && say('desk/nothing-due')}
        {next?.due && (
          <>
            {say(`clock/${next.id as 'DL-01'}`)} <DueWords due={next.due} now={now} />
          </>
        )}
      </p>
      <p class="case__who">
        {file.worker === null ? say('desk/nobody') : say('desk/with', { who: nameOf(file.worker) })}
        {' · '}
        {say('desk/counts', { offers: file.offers.length, attempts: file.attempts.length })}
      </p>
      <p class="case__flags">
        {file.facts.lookedAfter && <span class="flag">{say('desk/looked-after')}</span>}{' '}
        {file.declines.length > 0 && <span class="flag">{say('desk/declined')}</span>}{' '}
        {file.missingAgain.length > 0 && <span class="flag">{say('desk/missing-again')}</span>}
      </p>
      <p class="no-print">
        <a href="/desk">{say('desk/go')}</a>
      </p>
    </div>
  )
}
