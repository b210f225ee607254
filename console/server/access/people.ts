import type { Person } from '../../contract.ts'

/**
 * The people who are ready to be chosen, named by their role.
 * NB: until there are accounts anyone at this computer can be any of them, which is why the server listens to it alone.
 */
export const readyPeople: readonly Person[] = [
  { id: 'interviewer', role: 'interviewer' },
  { id: 'interpreter', role: 'interpreter' },
  { id: 'trainee', role: 'trainee' },
  { id: 'trainer', role: 'trainer' },
  { id: 'coordinator', role: 'coordinator' },
  { id: 'manager', role: 'manager' },
  { id: 'administrator', role: 'administrator' },
  { id: 'auditor', role: 'auditor' },
]
