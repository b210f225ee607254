import { isReviewedByCoordinator, isWith, openSentBack } from '../review/reviewFile.ts'
import type { ClosedBecause } from './caseEvents.ts'
import type { CaseFile } from './caseFile.ts'

/** What a case lacks before it may be closed for a reason. Each is a key of the words shown. */
export type Lacking =
  | 'interview-held'
  | 'record-sent'
  | 'forwarded'
  | 'coordinator-review'
  | 'sent-back-answered'
  | 'decline-by-young-person'
  | 'decline-by-parent'
  | 'decline-reason'
  | 'parent-information'
  | 'attempts'
  | 'letter'
  | 'services-told'
  | 'missing-again'
  | 'reason-not-offered'

/**
 * What is still needed (TORB 1.4 to 2.6, CBC-026, CBC-045, CBC-048 and 049, ECRC-070): a case that is closed says how it ended, so that a child
 * nobody reached is not a child nobody looked for.
 */
export function lackingFor(because: ClosedBecause, file: CaseFile, interviewHeld: boolean): Lacking[] {
  const declined = (by: 'young-person' | 'parent-or-carer') => file.declines.filter(each => each.by === by)
  const needs = (...all: (readonly [Lacking, boolean])[]) =>
    all.flatMap(([lacking, isThere]) => (isThere ? [] : [lacking]))
  switch (because) {
    case 'completed':
      return needs(
        ['interview-held', interviewHeld],
        ['record-sent', Boolean(file.timed.sent)],
        ['forwarded', isWith(file) !== undefined],
        ['coordinator-review', isWith(file) !== 'hub' || isReviewedByCoordinator(file)],
        ['sent-back-answered', openSentBack(file).length === 0],
      )
    case 'declined-by-young-person':
      return needs(
        ['decline-by-young-person', declined('young-person').length > 0],
        ['decline-reason', declined('young-person').some(({ words }) => words !== undefined)],
      )
    case 'declined-by-parent':
      return needs(
        ['decline-by-parent', declined('parent-or-carer').length > 0],
        ['decline-reason', declined('parent-or-carer').some(({ words }) => words !== undefined)],
        ['parent-information', file.parentInformation.length > 0],
      )
    case 'not-reachable':
      return needs(
        ['attempts', file.attempts.length + file.offers.length > 1],
        ['services-told', Boolean(file.timed.servicesNotified)],
        ['letter', file.letters.some(({ to }) => to === 'young-person')],
      )
    case 'missing-again':
      return needs(['missing-again', file.missingAgain.length > 0])
    case 'not-offered':
      return needs(['reason-not-offered', file.notOffered !== undefined])
    case 'transferred':
    case 'opened-in-error':
      return []
  }
}
