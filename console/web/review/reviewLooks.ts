import type { Clock } from '../../casework/clocks/clocksFor.ts'
import { type CaseFile, momentsOf } from '../../casework/episode/caseFile.ts'
import { isWith, type ReviewFile } from '../../casework/review/reviewFile.ts'

export const lookers = ['sent-on', 'coordinator', 'allocated-worker', 'supervision', 'meeting'] as const
export type Looker = (typeof lookers)[number]

/** One of those who look at a case after the talk: done, by when, or what is missing before it can be. */
export interface ReviewLook {
  who: Looker
  /** ISO 8601 in UTC. */
  done?: string
  due?: string
  state: 'to-do' | 'not-yet' | 'not-needed' | 'not-set'
  to?: ReviewFile['forwarded'][number]
  found: ReviewFile['reviews']
}

/** Everyone who looks at it, in the order of the guidance (CBC-025 to 047), with what they found. */
export function reviewLooks(file: CaseFile, clocks: readonly Clock[], isHeld: boolean): ReviewLook[] {
  const moments = momentsOf(file)
  const { forwarded, reviews } = file.review
  const [where, last] = [isWith(file), forwarded.at(-1)]
  const found = (who: string) => reviews.filter(({ by }) => by === who)
  const dueOf = (id: string) => clocks.find(each => each.id === id && each.met === undefined)?.due ?? undefined
  const look = (who: Looker, done: string | undefined, due: string | undefined, state: ReviewLook['state']) => ({
    ...{ who, state, found: found(who) },
    ...(done === undefined ? {} : { done }),
    ...(due === undefined ? {} : { due }),
  })
  const isHub = where === 'hub'
  const waits = isHeld ? 'to-do' : 'not-yet'
  const outside = (state: ReviewLook['state']) => (isHub ? 'not-needed' : where === undefined ? 'not-yet' : state)
  const byWorker = isHub ? found('allocated-worker')[0]?.at : moments.reviewed
  return [
    { ...look('sent-on', last?.at ?? moments.forwarded, undefined, waits), ...(last ? { to: last } : {}) },
    look('coordinator', found('coordinator')[0]?.at, isHub ? dueOf('DL-16') : undefined, waits),
    look('allocated-worker', byWorker, isHub ? undefined : dueOf('DL-16'), outside('to-do')),
    look('supervision', moments.supervised, moments.supervision, outside('not-set')),
    look('meeting', moments.reviewedAtMeeting, moments.meeting, outside('not-set')),
  ]
}
