/** What a person is here to do. Each is named by the profession's word. */
export const roles = [
  'interviewer',
  'interpreter',
  'trainee',
  'trainer',
  'coordinator',
  'manager',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/**
 * Who may see and hold interviews. Interpreters see the script and never the record, trainees practise apart from real
 * records, and administrators look after people and settings: their own pages are still to come.
 */
const interviews = {
  interviewer: true,
  coordinator: true,
  manager: true,
  interpreter: false,
  trainee: false,
  trainer: false,
  administrator: false,
  auditor: false,
} as const satisfies Record<Role, boolean>

/** Whether someone in this role may see interviews. Anything that is not a role may not. */
export function seesInterviews(role: string): boolean {
  return Object.entries(interviews).some(([each, may]) => each === role && may)
}
