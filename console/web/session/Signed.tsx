import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { seesInterviews } from '../../casework/roles.ts'
import { createConnection } from '../live/connection.ts'
import { openJournal } from '../live/journal.ts'
import { NotYetPage } from '../pages/NotYetPage.tsx'
import { Starting } from '../shared/Starting.tsx'
import { useApp, type Work, WorkContext } from './AppContext.ts'

let works: { person: string; work: Promise<Work> } | undefined

/** A page of interviews for whoever may see them, with their connection and journal. Nobody chosen yet: to the choosing. */
export function Signed({ page: Page }: { page: ComponentType }) {
  const { session } = useApp()
  const { route } = useLocation()
  const [work, setWork] = useState<Work>()
  const { person } = session
  useEffect(() => {
    if (!person) return route('/', true)
    if (!seesInterviews(person.role)) return
    let left = false
    void workOf(person).then(made => !left && setWork(made))
    return () => {
      left = true
    }
  }, [person?.id])
  if (person && !seesInterviews(person.role)) return <NotYetPage person={person} />
  if (!work || work.person.id !== person?.id) return <Starting />
  return (
    <WorkContext.Provider value={work}>
      <Page />
    </WorkContext.Provider>
  )
}

/** One connection and journal for the person, however many pages they go through. */
function workOf(person: Work['person']): Promise<Work> {
  if (works?.person === person.id) return works.work
  void works?.work.then(({ connection }) => connection.close())
  const work = openJournal(person.id).then(journal => ({ person, journal, connection: createConnection() }))
  works = { person: person.id, work }
  return work
}
