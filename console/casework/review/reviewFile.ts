import type { CaseEventBody } from '../episode/caseEvents.ts'
import type { CaseFile } from '../episode/caseFile.ts'

export type ReviewType =
  | 'forwarded'
  | 'reviewed'
  | 'sentBack'
  | 'answeredSentBack'
  | 'passedOn'
  | 'heardBack'
  | 'followUpHeld'
type Body<Type extends ReviewType> = Omit<Extract<CaseEventBody, { type: Type }>, 'type'>
type Written<Type extends ReviewType> = Body<Type> & { event: string; writtenBy: string }

/** Something that was sent back to whoever the case is with, and what they answered. */
export type SentBack = Written<'sentBack'> & { answered: Written<'answeredSentBack'> | undefined }

/** What happened to a case after the talk: all of it, oldest first. */
export interface ReviewFile {
  forwarded: readonly Written<'forwarded'>[]
  reviews: readonly Written<'reviewed'>[]
  sentBack: readonly SentBack[]
  passedOn: readonly Written<'passedOn'>[]
  heardBack: readonly Written<'heardBack'>[]
  followUps: readonly Written<'followUpHeld'>[]
  /** When the supervision and the meeting were set for that looked at it: setting the next one does not move their clock. */
  setFor: { supervision?: string | null; meeting?: string | null }
}

/** Nothing has happened yet. */
export const noReview: ReviewFile = {
  forwarded: [],
  reviews: [],
  sentBack: [],
  passedOn: [],
  heardBack: [],
  followUps: [],
  setFor: {},
}

/** The case with one more of these events. A follow-up that was held ends the action that arranged it. */
export function withReviewEvent(
  file: CaseFile,
  body: Extract<CaseEventBody, { type: ReviewType }>,
  event: string,
  writtenBy: string,
): CaseFile {
  const { review } = file
  const changed = (parts: Partial<ReviewFile>): CaseFile => ({ ...file, review: { ...review, ...parts } })
  switch (body.type) {
    case 'forwarded':
      return changed({ forwarded: [...review.forwarded, { ...body, event, writtenBy }] })
    case 'reviewed':
      return changed({ reviews: [...review.reviews, { ...body, event, writtenBy }], setFor: setFor(file, body.by) })
    case 'sentBack':
      return changed({ sentBack: [...review.sentBack, { ...body, event, writtenBy, answered: undefined }] })
    case 'answeredSentBack': {
      const answered = { ...body, event, writtenBy }
      const sentBack = review.sentBack.map(each => (each.event === body.sentBack ? { ...each, answered } : each))
      return changed({ sentBack })
    }
    case 'passedOn':
      return changed({ passedOn: [...review.passedOn, { ...body, event, writtenBy }] })
    case 'heardBack':
      return changed({ heardBack: [...review.heardBack, { ...body, event, writtenBy }] })
    case 'followUpHeld': {
      const { at, words } = body
      const ended = { outcome: 'done', at, ...(words === undefined ? {} : { words }), event, writtenBy } as const
      const actions = file.actions.map(each => (each.event === body.action ? { ...each, ended } : each))
      return { ...changed({ followUps: [...review.followUps, { ...body, event, writtenBy }] }), actions }
    }
  }
}

function setFor({ review, timed }: CaseFile, by: string): ReviewFile['setFor'] {
  if (by !== 'supervision' && by !== 'meeting') return review.setFor
  if (by in review.setFor) return review.setFor
  return { ...review.setFor, [by]: timed[by] ?? null }
}

/** What was sent back and has no answer yet, the oldest first. */
export const openSentBack = ({ review }: Pick<CaseFile, 'review'>): SentBack[] =>
  review.sentBack.filter(({ answered }) => answered === undefined)

/**
 * Who looks at it outside: whoever is allocated, the hub, or nobody yet. Where it went last counts. What was written by hand
 * before it was told apart went to the allocated worker.
 */
export function isWith({ review, timed }: Pick<CaseFile, 'review' | 'timed'>): 'worker' | 'hub' | undefined {
  const last = review.forwarded.at(-1)
  if (last) return last.to === 'hub' ? 'hub' : 'worker'
  return timed.forwarded ? 'worker' : undefined
}

/** Whether the coordinator looked at it (CBC-025). */
export const isReviewedByCoordinator = ({ review }: Pick<CaseFile, 'review'>): boolean =>
  review.reviews.some(({ by }) => by === 'coordinator')
