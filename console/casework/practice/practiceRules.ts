import { mayDo } from '../roles.ts'
import type { AttemptEnd } from './attempts.ts'

/** Who asks, as the console knows them. */
export interface Practitioner {
  id: string
  role: string
  team: string
}

/** Whose an attempt is, and of which team they were when it began. */
export interface AttemptOwner {
  person: string
  team: string
}

/** Whether someone trains the one whose attempt it is: a trainer of that team, and nobody of themselves. */
export const trains = ({ id, role, team }: Practitioner, attempt: AttemptOwner): boolean =>
  mayDo(role, 'practice.train') && team === attempt.team && id !== attempt.person

/** Whether an attempt is someone's own, and they still practise here. */
export const isOwn = ({ id, role }: Practitioner, attempt: AttemptOwner): boolean =>
  mayDo(role, 'practice.take') && id === attempt.person

/** Whether someone may see an attempt: it is their own, or they train whose it is. Nobody else, whatever their role. */
export const maySee = (who: Practitioner, attempt: AttemptOwner): boolean => isOwn(who, attempt) || trains(who, attempt)

/** Why nothing more is said in an attempt. `scenario-changed`: the scenario is another by now, and what was kept can only be read. */
export type PracticeRefusal =
  | 'unknown-attempt'
  | 'unknown-scenario'
  | 'unknown-assignment'
  | 'not-your-attempt'
  | 'attempt-ended'
  | 'attempt-goes-on'
  | 'scenario-changed'
  | 'no-such-turn'

/** Why this attempt does not go on, by how it stands and by the version of its scenario that is here. */
export function goingOnRefusal(
  attempt: { version: number; ended: AttemptEnd | null },
  present: number | undefined,
): 'attempt-ended' | 'scenario-changed' | undefined {
  if (attempt.ended !== null) return 'attempt-ended'
  return present === attempt.version ? undefined : 'scenario-changed'
}

/** Why it is not done again from a turn: a retry takes over the turns before, of the same version, and there is one to do again. */
export function retryRefusal(
  attempt: { version: number; turns: number },
  from: number,
  present: number | undefined,
): 'no-such-turn' | 'scenario-changed' | undefined {
  if (from > attempt.turns) return 'no-such-turn'
  return present === attempt.version ? undefined : 'scenario-changed'
}

/** Why codes and states are not shown yet: a trainee who saw them while they talk would steer by them. */
export const codesRefusal = (
  who: Practitioner,
  attempt: AttemptOwner & { ended?: AttemptEnd | undefined },
): 'attempt-goes-on' | undefined =>
  attempt.ended === undefined && !trains(who, attempt) ? 'attempt-goes-on' : undefined
