import type { CaseEventBody } from '../episode/caseEvents.ts'
import { momentOfAction } from './actionKinds.ts'

type Body<Type extends CaseEventBody['type']> = Omit<Extract<CaseEventBody, { type: Type }>, 'type'>

/** Something that is to be done, or was: with its last outcome, where it has one. */
export type Action = Body<'actionAdded'> & {
  event: string
  writtenBy: string
  addedAt: string
  ended: (Omit<Body<'actionDone'>, 'action'> & { event: string; writtenBy: string }) | undefined
}

/** What was noted of one concern: who was told, and whether the young person was. */
export type ConcernNote = Body<'concernNoted'> & { event: string; writtenBy: string }

/** Those that are still to be done, the one that is due first on top; those without a time after them, as they were added. */
export const openActions = (actions: readonly Action[]): Action[] =>
  actions
    .filter(({ ended }) => ended === undefined)
    .toSorted((a, b) => timeOf(a) - timeOf(b) || Date.parse(a.addedAt) - Date.parse(b.addedAt))

const timeOf = ({ due }: Action) => (due === null ? Number.MAX_SAFE_INTEGER : Date.parse(due))

/** When each of these moments was first brought about by something that was done. Something refused or not needed did not. */
export function actionMoments(actions: readonly Action[]): Partial<Record<'referred' | 'policeTold', string>> {
  const done = actions.flatMap(({ kind, ended }) => {
    const moment = momentOfAction(kind)
    return moment && ended?.outcome === 'done' ? [[moment, ended.at] as const] : []
  })
  // The latest first, so that the earliest is what stays.
  return Object.fromEntries(done.toSorted(([, a], [, b]) => Date.parse(b) - Date.parse(a)))
}

/** The 24 hours of one concern (TORB-043): each has its own, and a referral that was made before it was raised is not its. */
export interface ConcernClock {
  due: string
  met: string | undefined
  state: 'due' | 'met' | 'late'
}

export function concernClock(
  concern: { interview: string; id: string; raisedAt: string },
  actions: readonly Action[],
  referred: string | null | undefined,
  now: string,
): ConcernClock {
  const raised = Date.parse(concern.raisedAt)
  const due = new Date(raised + 24 * 3_600_000).toISOString()
  const its = actions.flatMap(({ kind, concern: about, ended }) => {
    if (momentOfAction(kind) !== 'referred' || ended?.outcome !== 'done') return []
    if (about) return about.interview === concern.interview && about.concern === concern.id ? [ended.at] : []
    return Date.parse(ended.at) >= raised ? [ended.at] : []
  })
  const written = referred && Date.parse(referred) >= raised ? [referred] : []
  const met = [...its, ...written].toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
  return { due, met, state: Date.parse(met ?? now) > Date.parse(due) ? 'late' : met === undefined ? 'due' : 'met' }
}
