import type { Person } from '../../contract/people.ts'
import { demoTeam } from '../../records/seedDemo.ts'

/**
 * The people of the demo, who are ready to be chosen without a password and are named by their role.
 * NB: anyone at this computer can be any of them, which is why the demo listens to it alone.
 */
export const readyPeople: readonly Person[] = [
  { id: 'interviewer', role: 'interviewer', team: demoTeam },
  { id: 'interpreter', role: 'interpreter', team: demoTeam },
  { id: 'trainee', role: 'trainee', team: demoTeam },
  { id: 'trainer', role: 'trainer', team: demoTeam },
  { id: 'coordinator', role: 'coordinator', team: demoTeam },
  { id: 'manager', role: 'manager', team: demoTeam },
  { id: 'administrator', role: 'administrator', team: demoTeam },
  { id: 'auditor', role: 'auditor', team: demoTeam },
]
