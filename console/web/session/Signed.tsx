import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { mayDo, type Need } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'
import { createConnection, type Presence } from '../live/connection.ts'
import { followReminders } from '../live/followReminders.ts'
import { openJournal } from '../live/journal.ts'
import { NotForYouPage } from '../pages/NotForYouPage.tsx'
import { WhoPage } from '../pages/WhoPage.tsx'
import { Starting } from '../shared/Starting.tsx'
import { useApp, type Work, WorkContext } from './AppContext.ts'
import { doubted, standing } from './session.ts'

let works: { person: string; work: Promise<Work> } | undefined

interface Props {
  need?: Need
  page: ComponentType
}

/** A live page, of interviews unless it says so, for whoever may see it, with their connection and journal. Nobody there yet: signing in. */
export function Signed({ need = 'interview.read', page: Page }: Props) {
  const { session } = useApp()
  const [work, setWork] = useState<Work>()
  const person = session.state === 'signed-in' ? session.person : null
  useEffect(() => {
    if (!person || !mayDo(person.role, need)) return
    let left = false
    void workOf(person).then(made => !left && setWork(made))
    return () => {
      left = true
    }
  }, [person?.id, need])
  if (!person) return <WhoPage />
  if (!mayDo(person.role, need)) return <NotForYouPage />
  if (!work || work.person.id !== person.id) return <Starting />
  return (
    <WorkContext.Provider value={work}>
      <Page />
    </WorkContext.Provider>
  )
}

/** One connection and journal for the person, however many pages they go through. */
function workOf(person: Person): Promise<Work> {
  if (works?.person === person.id) return works.work
  closeWork()
  const work = openJournal(person.id).then(journal => {
    const connection = createConnection(presenceOf(person.id))
    return { person, journal, connection, reminders: followReminders(connection) }
  })
  works = { person: person.id, work }
  return work
}

function closeWork() {
  void works?.work.then(({ connection }) => connection.close())
  works = undefined
}

// Whoever has gone has no connection left open.
standing.listen(() => {
  if (works && standing.get()?.pages.person?.id !== works.person) closeWork()
})

const presenceOf = (person: string): Presence => ({
  isIn: () => {
    const now = standing.get()?.now
    return now?.state === 'signed-in' && now.person?.id === person
  },
  listen: listener => standing.listen(listener),
  doubt: doubted,
})
