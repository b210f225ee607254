import { mayDo, seesInterviews } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'

/** Where someone in this role begins. */
export function startPageOf(role: Person['role']): string {
  if (seesInterviews(role)) return '/desk'
  if (mayDo(role, 'practice.take')) return '/practice'
  if (mayDo(role, 'people.manage')) return '/people'
  if (mayDo(role, 'words.review')) return '/languages'
  return '/audit'
}
