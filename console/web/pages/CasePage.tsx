import { useRoute } from 'preact-iso'
import { BalanceSection } from '../balance/BalanceSection.tsx'
import { useCase } from '../case/CaseContext.ts'
import { CaseFacts } from '../case/CaseFacts.tsx'
import { CaseHistory } from '../case/CaseHistory.tsx'
import { CaseInterviews } from '../case/CaseInterviews.tsx'
import { ClockList } from '../case/ClockList.tsx'
import { CloseCase } from '../case/CloseCase.tsx'
import { ConcernsSection } from '../case/ConcernsSection.tsx'
import { inOrder, isOpen } from '../case/clockNow.ts'
import { DoSection } from '../case/DoSection.tsx'
import { InCase, NoConnection } from '../case/InCase.tsx'
import { LinkedSection } from '../case/LinkedSection.tsx'
import { PeoplePlaces } from '../case/PeoplePlaces.tsx'
import { SharingSection } from '../case/SharingSection.tsx'
import { Timeline } from '../case/Timeline.tsx'
import { DueWords } from '../desk/DueWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { Page } from '../shared/Page.tsx'

/** One missing episode: what is due, what happened, and what there is to do. */
export function CasePage() {
  const episode = useRoute().params.id ?? ''
  return (
    <InCase key={episode} episode={episode}>
      <OneCase />
    </InCase>
  )
}

function OneCase() {
  const { say } = useApp()
  const { file } = useCase()
  return (
    <Page title={file.calledAs ?? say('list/not-named')}>
      <NoConnection />
      <Top />
      <ConcernsSection />
      <ClockList />
      {file.state === 'open' && <DoSection />}
      <CaseInterviews />
      <BalanceSection />
      <LinkedSection />
      <PeoplePlaces />
      <SharingSection />
      <Timeline />
      <CaseFacts />
      <CloseCase />
      <CaseHistory />
    </Page>
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
