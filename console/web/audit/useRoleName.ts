import { roles } from '../../casework/roles.ts'
import { useApp } from '../session/AppContext.ts'

/** What someone is here to do, as their account now says or as the ready people have it. */
export function useRoleName(): (by: string, role: string | null) => string {
  const { say, session } = useApp()
  return (by, kept) => {
    const role = kept ?? session.people.find(({ id }) => id === by)?.role
    const known = roles.find(each => each === role)
    return known === undefined ? say('audit/role-unknown') : say(`role/${known}`)
  }
}
