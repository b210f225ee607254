import { mayDo, seesInterviews } from '../../casework/roles.ts'
import type { Person } from '../../contract.ts'

/** Where someone in this role begins. */
export function startPageOf(role: Person['role']): string {
  if (seesInterviews(role)) return '/interviews'
  if (mayDo(role, 'people.manage')) return '/people'
  return mayDo(role, 'audit.read') ? '/audit' : '/interviews'
}
