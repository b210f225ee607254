import type { CaseEventBody, RecordedCaseEvent } from '../episode/caseEvents.ts'
import { caseFrom } from '../episode/caseFile.ts'
import { isWith, openSentBack } from './reviewFile.ts'

/**
 * Whether the newest of these events is one that only those may write who see to others' work: a coordinator's or a supervision's
 * review, sending back, closing what the hub has (CBC-045), and taking any of these back.
 */
export function needsReviewer(events: readonly RecordedCaseEvent[]): boolean {
  const newest = events.at(-1)
  if (!newest) return false
  const { body } = newest
  if (body.type === 'closed' && body.because === 'completed') return isWith(caseFrom(events)) === 'hub'
  if (body.type !== 'withdrawn') return isReviewers(body)
  const taken = events.find(({ id }) => id === body.event)
  return taken !== undefined && isReviewers(taken.body)
}

const isReviewers = (body: CaseEventBody): boolean =>
  body.type === 'sentBack' || (body.type === 'reviewed' && (body.by === 'coordinator' || body.by === 'supervision'))

/** Whether the newest event names something of the case that is not there: an action, or what was sent back and is answered. */
export function namesNothing(body: CaseEventBody, before: readonly RecordedCaseEvent[]): boolean {
  if (body.type === 'answeredSentBack')
    return !openSentBack(caseFrom(before)).some(({ event }) => event === body.sentBack)
  if (body.type !== 'followUpHeld') return false
  return !caseFrom(before).actions.some(({ event, ended }) => event === body.action && ended === undefined)
}
