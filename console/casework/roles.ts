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

/** What can be done. Those that begin with `interview.` are done to one interview, and need to know of its episode as well. */
export const actions = [
  'interviews.list',
  'interview.begin',
  'interview.read',
  'interview.take',
  'interview.script',
  'interview.invite',
  'interview.break-glass',
  'interview.share',
  'interview.hold',
  'interview.export',
  'interview.erase',
  'people.read',
  'people.manage',
  'settings.manage',
  'audit.read',
  'notices.read',
] as const
export type Action = (typeof actions)[number]

/** Being signed in is all that one's own account needs. */
export type Need = Action | 'signed-in' | 'anyone'

/**
 * The one table of who may do what; whatever is not here is refused. Interpreters have the script of one interview and never
 * its record; trainees and trainers practise apart from real records (their pages are still to come); administrators look
 * after people and settings and see no record; auditors see who did what, and not what was said.
 */
const table = {
  interviewer: [
    'interviews.list',
    'interview.begin',
    'interview.read',
    'interview.take',
    'interview.script',
    'interview.invite',
    'interview.break-glass',
    'people.read',
  ],
  interpreter: ['interview.script'],
  trainee: [],
  trainer: [],
  coordinator: [
    'interviews.list',
    'interview.begin',
    'interview.read',
    'interview.take',
    'interview.script',
    'interview.invite',
    'interview.break-glass',
    'interview.share',
    'interview.export',
    'people.read',
  ],
  manager: [
    'interviews.list',
    'interview.begin',
    'interview.read',
    'interview.take',
    'interview.script',
    'interview.invite',
    'interview.break-glass',
    'interview.share',
    'interview.hold',
    'interview.export',
    'interview.erase',
    'people.read',
    'notices.read',
  ],
  administrator: ['people.read', 'people.manage', 'settings.manage'],
  auditor: ['people.read', 'audit.read'],
} as const satisfies Record<Role, readonly Action[]>

/** Whether someone in this role may do this at all. Anything that is not a role may do nothing. */
export function mayDo(role: string, need: Need): boolean {
  if (need === 'anyone') return true
  const allowed = Object.entries<readonly Action[]>(table).find(([each]) => each === role)?.[1]
  return allowed !== undefined && (need === 'signed-in' || allowed.includes(need))
}

/** Whether someone in this role may see interviews. */
export const seesInterviews = (role: string): boolean => mayDo(role, 'interview.read')
