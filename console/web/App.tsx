import { useEffect, useMemo, useState } from 'preact/hooks'
import { LocationProvider, Route, Router } from 'preact-iso'
import type { SessionResponse } from '../contract.ts'
import { BeginPage } from './pages/BeginPage.tsx'
import { InterviewsPage } from './pages/InterviewsPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { RecordPage } from './pages/RecordPage.tsx'
import { RoomPage } from './pages/RoomPage.tsx'
import { WhoPage } from './pages/WhoPage.tsx'
import { AppContext, type App as AppServices } from './session/AppContext.ts'
import { preferences } from './session/preferences.ts'
import { Signed } from './session/Signed.tsx'
import { choosePerson, readSession } from './session/session.ts'
import { Cover } from './shared/Cover.tsx'
import { Starting } from './shared/Starting.tsx'
import { useObserved } from './shared/useObserved.ts'
import type { Say } from './words/ConsoleKey.ts'
import { loadWords } from './words/loadWords.ts'

const retryAfter = 2_000

// Made once: a component made anew at each drawing would lose what is open in it.
const Interviews = () => <Signed page={InterviewsPage} />
const Begin = () => <Signed page={BeginPage} />
const Room = () => <Signed page={RoomPage} />
const Record = () => <Signed page={RecordPage} />

export function App() {
  const { language, covered } = useObserved(preferences)
  const [session, setSession] = useState<SessionResponse>()
  const [words, setWords] = useState<{ say: Say; language: string }>()

  useEffect(() => untilDone(async () => setSession(await readSession())), [])
  useEffect(
    () =>
      untilDone(async () => {
        const say = (await loadWords(language, 'console')) as Say
        setWords({ say, language })
      }),
    [language],
  )
  const app = useMemo<AppServices | undefined>(
    () =>
      session && words
        ? { session, ...words, choose: async person => setSession(await choosePerson(person)) }
        : undefined,
    [session, words],
  )
  if (!app) return <Starting />
  return (
    <AppContext.Provider value={app}>
      <div hidden={covered}>
        <LocationProvider>
          <Router>
            <Route path="/" component={WhoPage} />
            <Route path="/interviews" component={Interviews} />
            <Route path="/interviews/begin" component={Begin} />
            <Route path="/interviews/:id" component={Room} />
            <Route path="/interviews/:id/record" component={Record} />
            <Route default component={NotFoundPage} />
          </Router>
        </LocationProvider>
      </div>
      {covered && <Cover />}
    </AppContext.Provider>
  )
}

/** Tries again until it is done: a page that is opened on a poor connection comes by itself. Returns how to stop trying. */
function untilDone(attempt: () => Promise<void>): () => void {
  let stopped = false
  const go = () => {
    if (!stopped) attempt().catch(() => setTimeout(go, retryAfter))
  }
  go()
  return () => {
    stopped = true
  }
}
