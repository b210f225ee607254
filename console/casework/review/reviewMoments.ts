import type { CaseFile } from '../episode/caseFile.ts'
import { isWith } from './reviewFile.ts'

/** Those that reviews bring about. Each could be written by hand once, and is weighed with the rest here. */
const ofReviews = ['forwarded', 'reviewed', 'supervision', 'supervised', 'meeting', 'reviewedAtMeeting'] as const
type ReviewMoment = (typeof ofReviews)[number]

/** Those that come with a review, or with sending it on, and are written in no other way: a review says whose it is, and not everyone may. */
const withReviews = ['forwarded', 'reviewed', 'supervised', 'reviewedAtMeeting']
export const comesWithReview = (moment: string): boolean => withReviews.includes(moment)

export const isOfReviews = (moment: string): boolean => ofReviews.some(each => each === moment)

/**
 * The moments that reviews bring about, each at its earliest, those written by hand among them (ISO 8601). The 24 hours (CBC-028)
 * begin anew when a case goes from the hub to a worker who was allocated; with the hub the coordinator's review ends them as well,
 * so that a young person without a worker waits no longer than one with.
 */
export function reviewMoments(file: CaseFile): Partial<Record<ReviewMoment, string>> {
  const { review, timed } = file
  const by = (...who: string[]) => review.reviews.filter(each => who.includes(each.by)).map(({ at }) => at)
  const isHub = isWith(file) === 'hub'
  const first = review.forwarded.findLastIndex(({ to }) => (to === 'hub') !== isHub) + 1
  const forwarded = review.forwarded.slice(first).map(({ at }) => at)
  const [supervised, atMeeting] = [by('supervision'), by('meeting')]
  const moments: Record<ReviewMoment, string | undefined> = {
    forwarded: earliest([timed.forwarded, ...forwarded]),
    reviewed: earliest([timed.reviewed, ...by('allocated-worker', ...(isHub ? ['coordinator'] : []))]),
    supervision: whenSet(review.setFor.supervision, timed.supervision),
    supervised: earliest([timed.supervised, ...supervised]),
    meeting: whenSet(review.setFor.meeting, timed.meeting),
    reviewedAtMeeting: earliest([timed.reviewedAtMeeting, ...atMeeting]),
  }
  return Object.fromEntries(Object.entries(moments).filter(([, at]) => at !== undefined))
}

const whenSet = (then: string | null | undefined, now: string | null | undefined): string | undefined =>
  (then === undefined ? now : then) ?? undefined

const earliest = (times: readonly (string | null | undefined)[]): string | undefined =>
  times.flatMap(at => at ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
