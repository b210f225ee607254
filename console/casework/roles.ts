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

/** What everyone does who works with young people and their records. */
const holding = [
  'interviews.list',
  'interview.begin',
  'interview.read',
  'interview.take',
  'interview.script',
  'interview.invite',
  'interview.break-glass',
  'cases.list',
  'case.read',
  'case.write',
  'papers.print',
  'people.read',
  'practice.take',
] as const
/** What those do besides who see to others' work. */
const leading = ['interview.share', 'interview.export', 'case.review', 'words.read'] as const
const managing = ['interview.hold', 'interview.erase', 'notices.read'] as const

/** What can be done. Those that begin with `interview.` or `case.` are done to one, and need to know of its episode as well. */
export type Action =
  | (typeof holding)[number]
  | (typeof leading)[number]
  | (typeof managing)[number]
  | 'people.manage'
  | 'audit.read'
  | 'words.read'
  | 'words.review'
  | 'practice.train'

/** Being signed in is all that one's own account needs. */
export type Need = Action | 'signed-in' | 'anyone'

/**
 * The one table of who may do what; whatever is not here is refused. Interpreters have the script of one interview and never
 * its record, and see to the words of their languages; trainees and trainers print what every talk is held with, and practise apart from real
 * records; whoever holds talks may practise too. A trainer sees the practice of their own team, and nobody else sees it. Administrators look after people and settings and see no record; auditors see who did what, and not
 * what was said.
 */
const table = {
  interviewer: holding,
  interpreter: ['interview.script', 'papers.print', 'words.read', 'words.review'],
  trainee: ['papers.print', 'practice.take'],
  trainer: ['papers.print', 'practice.take', 'practice.train'],
  coordinator: [...holding, ...leading],
  manager: [...holding, ...leading, ...managing],
  administrator: ['people.read', 'people.manage', 'words.read'],
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
