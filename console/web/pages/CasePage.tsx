import { useRoute } from 'preact-iso'
import { openConcerns } from '../../casework/actions/openConcerns.ts'
import { isStillMissing } from '../../casework/episode/caseFile.ts'
import { scopeOf } from '../../casework/episode/scopeOf.ts'
import { BalanceSection } from '../balance/BalanceSection.tsx'
import { CaseContents } from '../case/CaseContents.tsx'
import { useCase } from '../case/CaseContext.ts'
import { CaseFacts } from '../case/CaseFacts.tsx'
import { CaseHistory } from '../case/CaseHistory.tsx'
import { CaseInterviews } from '../case/CaseInterviews.tsx'
import { ClockList } from '../case/ClockList.tsx'
import { CloseCase } from '../case/CloseCase.tsx'
import { ConcernsSection } from '../case/ConcernsSection.tsx'
import { isOpen } from '../case/clockNow.ts'
import { DoSection } from '../case/DoSection.tsx'
import { InCase, NoConnection } from '../case/InCase.tsx'
import { IntelligenceSection } from '../case/IntelligenceSection.tsx'
import { LettersSection } from '../case/LettersSection.tsx'
import { LinkedSection } from '../case/LinkedSection.tsx'
import { PeoplePlaces } from '../case/PeoplePlaces.tsx'
import { ReportSection } from '../case/ReportSection.tsx'
import { ScopeSection } from '../case/ScopeSection.tsx'
import { SharingSection } from '../case/SharingSection.tsx'
import { Timeline } from '../case/Timeline.tsx'
import { clockWords } from '../desk/clockWords.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { FollowUpSection } from '../review/FollowUpSection.tsx'
import { ReviewSection } from '../review/ReviewSection.tsx'
import { SentBackNotes } from '../review/SentBackNotes.tsx'
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
      <SentBackNotes />
      <div class="case">
        <CaseContents />
        <div class="case__parts">
          <ConcernsSection />
          <ClockList />
          {file.state === 'open' && <DoSection />}
          <CaseInterviews />
          <BalanceSection />
          <ReviewSection />
          <FollowUpSection />
          <SharingSection />
          <ReportSection />
          <IntelligenceSection />
          <LettersSection />
          <Timeline />
          <LinkedSection />
          <PeoplePlaces />
          <CaseFacts />
          <ScopeSection />
          <CloseCase />
          <CaseHistory />
        </div>
      </div>
    </Page>
  )
}

/** What is due next, whose it is, and what to know of it at once. */
function Top() {
  const { say, session } = useApp()
  const { file, interviews, clocks, now } = useCase()
  const nameOf = usePersonName()
  const isMissing = isStillMissing(file)
  const isOut = session.casework !== null && scopeOf(file.facts, session.casework.scope).scope === 'out'
  const running = clocks.flatMap(clock =>
    isOpen(clock) && clock.due !== null ? [{ id: clock.id, due: clock.due }] : [],
  )
  const concerns = openConcerns(file, interviews).map(({ number, due }) => ({ id: 'DL-10', due, concern: number }))
  const [next] =
    file.state === 'open' ? [...concerns, ...running].toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due)) : []
  return (
    <div class="case__top">
      <p class="case__next">
        {file.state === 'closed' && say('case/is-closed')}
        {file.state === 'open' && !next && say(isMissing ? 'desk/still-missing' : 'desk/nothing-due')}
        {next && (
          <>
            {clockWords(say, next)} <DueWords due={next.due} now={now} />
          </>
        )}
      </p>
      <p class="case__who">
        {file.worker === null ? say('desk/nobody') : say('desk/with', { who: nameOf(file.worker) })}
        {' · '}
        {say('desk/counts', { offers: file.offers.length, attempts: file.attempts.length })}
      </p>
      <p class="case__flags">
        {isMissing && next && <span class="flag">{say('desk/still-missing')}</span>}{' '}
        {isOut && <span class="flag">{say('scope/flag')}</span>}{' '}
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
