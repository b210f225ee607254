import { useApp } from './AppContext.ts'

/** What to call someone by their id. The ready people are called by their role. */
export function usePersonName(): (id: string) => string {
  const { say, session } = useApp()
  return id => {
    const person = session.people.find(each => each.id === id)
    return person ? say(`role/${person.role}`) : id
  }
}
