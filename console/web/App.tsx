import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import type { Person } from '../contract/people.ts'
import { AwayScreen } from './account/AwayScreen.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { RoomPage } from './pages/RoomPage.tsx'
import { AppContext, type App as AppServices } from './session/AppContext.ts'
import { returnToPlace } from './session/placeOnPage.ts'
import { preferences } from './session/preferences.ts'
import { Signed } from './session/Signed.tsx'
import { SignedIn } from './session/SignedIn.tsx'
import { readSession, standing } from './session/session.ts'
import { startPageOf } from './session/startPageOf.ts'
import { Cover } from './shared/Cover.tsx'
import { FormWords } from './shared/FormWords.ts'
import { fetched, fetchedSoon } from './shared/fetched.tsx'
import { Starting } from './shared/Starting.tsx'
import { untilDone } from './shared/untilDone.ts'
import { useObserved } from './shared/useObserved.ts'
import type { Say } from './words/ConsoleKey.ts'
import { loadWords } from './words/loadWords.ts'

const InterviewsPage = fetchedSoon(() => import('./pages/InterviewsPage.tsx').then(module => module.InterviewsPage))
const WhoPage = fetched(() => import('./pages/WhoPage.tsx').then(module => module.WhoPage))
const BeginPage = fetchedSoon(() => import('./pages/BeginPage.tsx').then(module => module.BeginPage))
const RecordPage = fetchedSoon(() => import('./pages/RecordPage.tsx').then(module => module.RecordPage))
// Made once: a component made anew at each drawing would lose what is open in it.
const Interviews = () => <Signed page={InterviewsPage} />
const Begin = () => <Signed page={BeginPage} />
const Room = () => <Signed page={RoomPage} />
const Record = () => <Signed page={RecordPage} />
// Fetched when they are first opened: the room must come soon on a poor connection, and needs none of them.
const JoinPage = fetched(() => import('./pages/JoinPage.tsx').then(module => module.JoinPage))
const AccountPage = fetched(() => import('./pages/AccountPage.tsx').then(module => module.AccountPage))
const PeoplePage = fetched(() => import('./pages/PeoplePage.tsx').then(module => module.PeoplePage))
const AuditPage = fetched(() => import('./pages/AuditPage.tsx').then(module => module.AuditPage))
const NoticesPage = fetched(() => import('./pages/NoticesPage.tsx').then(module => module.NoticesPage))
const LinkPage = fetched(() => import('./pages/LinkPage.tsx').then(module => module.LinkPage))
const PapersPage = fetched(() => import('./pages/PapersPage.tsx').then(module => module.PapersPage))
const DeskPage = fetched(() => import('./pages/DeskPage.tsx').then(module => module.DeskPage))
const NewCasePage = fetched(() => import('./pages/NewCasePage.tsx').then(module => module.NewCasePage))
const CasePage = fetched(() => import('./pages/CasePage.tsx').then(module => module.CasePage))
const BalancePage = fetched(() => import('./pages/BalancePage.tsx').then(module => module.BalancePage))
const TellBackPage = fetched(() => import('./pages/TellBackPage.tsx').then(module => module.TellBackPage))
const ExportPage = fetched(() => import('./pages/ExportPage.tsx').then(module => module.ExportPage))
const LanguagesPage = fetched(() => import('./pages/LanguagesPage.tsx').then(module => module.LanguagesPage))
const Languages = () => <SignedIn need="words.read" page={LanguagesPage} />
const PracticePage = fetched(() => import('./pages/PracticePage.tsx').then(module => module.PracticePage))
const PracticeBeginPage = fetched(() =>
  import('./pages/PracticeBeginPage.tsx').then(module => module.PracticeBeginPage),
)
const PracticeProgressPage = fetched(() =>
  import('./pages/PracticeProgressPage.tsx').then(module => module.PracticeProgressPage),
)
const ProgressRecordPage = fetched(() =>
  import('./pages/ProgressRecordPage.tsx').then(module => module.ProgressRecordPage),
)
const DrillsPage = fetched(() => import('./pages/DrillsPage.tsx').then(module => module.DrillsPage))
const CohortPage = fetched(() => import('./pages/CohortPage.tsx').then(module => module.CohortPage))
const PracticeRoomPage = fetched(() => import('./pages/PracticeRoomPage.tsx').then(module => module.PracticeRoomPage))
const PracticeRecordPage = fetched(() =>
  import('./pages/PracticeRecordPage.tsx').then(module => module.PracticeRecordPage),
)
const DebriefPage = fetched(() => import('./pages/DebriefPage.tsx').then(module => module.DebriefPage))
const Practice = () => <Signed need="practice.take" page={PracticePage} />
const PracticeBegin = () => <Signed need="practice.take" page={PracticeBeginPage} />
const PracticeProgress = () => <Signed need="practice.take" page={PracticeProgressPage} />
const ProgressRecord = () => <Signed need="practice.take" page={ProgressRecordPage} />
const Drills = () => <Signed need="practice.take" page={DrillsPage} />
const Cohort = () => <Signed need="practice.train" page={CohortPage} />
const PracticeRoom = () => <Signed need="practice.take" page={PracticeRoomPage} />
const Debrief = () => <Signed need="practice.take" page={DebriefPage} />
const PracticeRecord = () => <Signed need="practice.take" page={PracticeRecordPage} />
const Desk = () => <Signed page={DeskPage} />
const NewCase = () => <Signed page={NewCasePage} />
const Case = () => <Signed page={CasePage} />
const Balance = () => <Signed page={BalancePage} />
const TellBack = () => <Signed page={TellBackPage} />
const Export = () => <Signed page={ExportPage} />
const Notices = () => <SignedIn need="notices.read" page={NoticesPage} />
const Papers = () => <SignedIn need="papers.print" page={PapersPage} />
const Link = () => <SignedIn need="signed-in" page={LinkPage} />
const Account = () => <SignedIn need="signed-in" page={AccountPage} />
const People = () => <SignedIn need="people.manage" page={PeoplePage} />
const Audit = () => <SignedIn need="audit.read" page={AuditPage} />

/** A link under /api is the server's, as where single sign-on begins. */
const pagesAlone = /^\/(?!api\/)/

export function App() {
  const { language, covered } = useObserved(preferences)
  const stands = useObserved(standing)
  const [words, setWords] = useState<{ say: Say; language: string }>()

  useEffect(
    () =>
      untilDone(async () => {
        if (!(await readSession()) && !standing.get()) throw new Error('The session did not come.')
      }),
    [],
  )
  useEffect(
    () =>
      untilDone(async () => {
        const say = (await loadWords(language, 'console')) as Say
        setWords({ say, language })
      }),
    [language],
  )
  const session = stands?.pages
  const app = useMemo<AppServices | undefined>(
    () => (session && words ? { session, ...words } : undefined),
    [session, words],
  )
  const unseen = covered || (stands?.away ?? false)
  useLayoutEffect(() => {
    if (!unseen) returnToPlace()
  }, [unseen])
  if (!app || !stands) return <Starting />
  return (
    <AppContext.Provider value={app}>
      <FormWords.Provider value={{ problem: app.say('form/problem'), error: app.say('form/error') }}>
        <LocationProvider scope={pagesAlone}>
          {(!stands.away || app.session.state === 'signed-in') && (
            <div hidden={unseen}>
              <PagesOf person={app.session.person} />
            </div>
          )}
          {stands.away && !covered && <AwayScreen session={stands.now} before={app.session} />}
          {covered && <Cover />}
        </LocationProvider>
      </FormWords.Provider>
    </AppContext.Provider>
  )
}

/** The pages of one person. Another person's are other pages: nothing of the one before is left in them. */
function PagesOf({ person }: { person: Person | null }) {
  const { route } = useLocation()
  const [whose, setWhose] = useState(person?.id)
  const isAnother = whose !== undefined && person !== null && whose !== person.id
  useLayoutEffect(() => {
    if (isAnother) route(startPageOf(person.role), true)
    setWhose(person?.id)
  }, [person?.id])
  if (isAnother) return null
  return (
    <Router key={person?.id}>
      <Route path="/" component={WhoPage} />
      <Route path="/join" component={JoinPage} />
      <Route path="/link" component={Link} />
      <Route path="/account" component={Account} />
      <Route path="/people" component={People} />
      <Route path="/notices" component={Notices} />
      <Route path="/papers" component={Papers} />
      <Route path="/desk" component={Desk} />
      <Route path="/cases/new" component={NewCase} />
      <Route path="/cases/:id" component={Case} />
      <Route path="/cases/:id/balance" component={Balance} />
      <Route path="/cases/:id/balance/tell" component={TellBack} />
      <Route path="/interviews" component={Interviews} />
      <Route path="/interviews/begin" component={Begin} />
      <Route path="/interviews/:id" component={Room} />
      <Route path="/interviews/:id/record" component={Record} />
      <Route path="/interviews/:id/export" component={Export} />
      <Route path="/practice" component={Practice} />
      <Route path="/practice/progress" component={PracticeProgress} />
      <Route path="/practice/progress/record" component={ProgressRecord} />
      <Route path="/practice/drills" component={Drills} />
      <Route path="/practice/cohort" component={Cohort} />
      <Route path="/practice/begin/:scenario" component={PracticeBegin} />
      <Route path="/practice/:attempt" component={PracticeRoom} />
      <Route path="/practice/:attempt/debrief" component={Debrief} />
      <Route path="/practice/:attempt/record" component={PracticeRecord} />
      <Route path="/languages" component={Languages} />
      <Route path="/languages/:language" component={Languages} />
      <Route path="/audit" component={Audit} />
      <Route path="/audit/:id" component={Audit} />
      <Route default component={NotFoundPage} />
    </Router>
  )
}
