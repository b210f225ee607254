import type { Person } from '../../contract/people.ts'
import type { Say } from '../words/ConsoleKey.ts'
import { useApp } from './AppContext.ts'

/** What to call someone by their id. Without a connection the names of colleagues are not here. */
export function usePersonName(): (id: string) => string {
  const { say, session } = useApp()
  return id => {
    const person =
      session.people.find(each => each.id === id) ?? (session.person?.id === id ? session.person : undefined)
    return session.colleagues[id] ?? (person ? nameOf(person, say) : say('person/colleague'))
  }
}

/** The ready people are called by their role. */
export const nameOf = ({ name, role }: Pick<Person, 'name' | 'role'>, say: Say): string => name ?? say(`role/${role}`)
