import { type CaseFile, momentsOf } from '../episode/caseFile.ts'
import type { ReviewText } from './reviewChoices.ts'
import { isReviewedByCoordinator, isWith, openSentBack } from './reviewFile.ts'

/** The one thing to do about a case now, once somebody was told of it. Each is a key of the words shown. */
export const reviewSteps = [
  'answer',
  'pass-decline',
  'hold',
  'forward',
  'coordinator-review',
  'worker-review',
  'follow-up',
  'set-supervision',
  'close',
  'closed',
] as const
export type ReviewStep = (typeof reviewSteps)[number]

/** What comes next after the talk, from nothing but the case: what was sent back first, so that it is not left lying. */
export function nextInReview(file: CaseFile, isHeld: boolean): ReviewStep {
  if (file.state === 'closed') return 'closed'
  if (openSentBack(file).length > 0) return 'answer'
  if (!isHeld) return untold(file).includes('decline') ? 'pass-decline' : file.declines.length > 0 ? 'close' : 'hold'
  const where = isWith(file)
  if (where === undefined) return 'forward'
  if (!isReviewedByCoordinator(file)) return 'coordinator-review'
  const moments = momentsOf(file)
  if (where === 'worker' && moments.reviewed === undefined) return 'worker-review'
  if (file.actions.some(({ kind, ended }) => kind === 'follow-up-contact' && ended === undefined)) return 'follow-up'
  if (where === 'worker' && moments.supervised === undefined && moments.supervision === undefined)
    return 'set-supervision'
  return 'close'
}

/**
 * What others are owed and nobody has said was sent: whose decision a no was (CBC-050), the attempts to reach them (TORB-025 and 026),
 * and that the referral came late (TORB-060).
 */
export function untold(file: CaseFile, isReferralLate = false): ReviewText[] {
  const wasTold = (what: ReviewText, to?: string) =>
    file.review.passedOn.some(each => each.what === what && (to === undefined || each.to === to))
  const tried = file.attempts.length > 0 || file.offers.some(({ outcome }) => outcome === 'no-answer')
  const everyone = wasTold('attempts', 'childrens-services') && wasTold('attempts', 'police')
  return [
    ...(file.declines.length > 0 && !wasTold('decline') ? (['decline'] as const) : []),
    ...(tried && !everyone ? (['attempts'] as const) : []),
    ...(isReferralLate && !wasTold('delay') ? (['delay'] as const) : []),
  ]
}
