import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { DeskReminder } from '../../contract/cases.ts'
import type { Person } from '../../contract/people.ts'
import type { SessionResponse } from '../../contract/signIn.ts'
import type { Connection } from '../live/connection.ts'
import type { Journal } from '../live/journal.ts'
import type { Observable } from '../live/observable.ts'
import type { Say } from '../words/ConsoleKey.ts'

/** What every page is given. */
export interface App {
  /** While someone is away, as it was before: the page beneath the lock stays as it is. */
  session: SessionResponse
  say: Say
  /** Language of the screen. */
  language: string
}

/** What a page is given once someone is signed in. */
export interface Work {
  person: Person
  connection: Connection
  journal: Journal
  reminders: Observable<readonly DeskReminder[]>
}

export const AppContext = createContext<App | undefined>(undefined)
export const WorkContext = createContext<Work | undefined>(undefined)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('A page is drawn inside AppContext.')
  return app
}

export function useWork(): Work {
  const work = useContext(WorkContext)
  if (!work) throw new Error('A page that works on interviews is drawn inside WorkContext.')
  return work
}
