import type { IntelligenceBody } from '../intelligence/intelligenceEvents.ts'
import { comesWithReview } from '../review/reviewMoments.ts'
import { namesNothing } from '../review/reviewRefusal.ts'
import type { CaseEventBody, RecordedCaseEvent } from './caseEvents.ts'
import { type CaseFile, caseFrom } from './caseFile.ts'
import { lackingFor } from './closing.ts'

/** Why an event does not go into a case. Each is a key of the words shown. */
export type CaseRefusal = 'bad-request' | 'unknown-event' | 'case-closed' | 'case-lacking'

/**
 * What goes into a closed case: opening it again, taking back what was wrong, why something was late, telling others, linking it
 * with another episode, reading back to the young person, and what often comes after its end: who looked at it, what came back.
 */
const whileClosed: readonly CaseEventBody['type'][] = [
  'reopened',
  'withdrawn',
  'late',
  'recipientNamed',
  'sharingAsked',
  'sharingDecided',
  'shared',
  'linked',
  'intelligence',
  'intelligenceSent',
  'toldBack',
  'forwarded',
  'reviewed',
  'passedOn',
  'heardBack',
  'followUpHeld',
]

/** Why the newest of these events may not be there; undefined where it may. The others were all let in before it. */
export function caseRefusal(events: readonly RecordedCaseEvent[], interviewHeld: boolean): CaseRefusal | undefined {
  const before = events.slice(0, -1)
  const newest = events.at(-1)?.body
  if (!newest || (before.length === 0 && newest.type !== 'notified')) return 'bad-request'
  if (before.length === 0) return undefined
  if (caseFrom(before).state === 'closed' && !whileClosed.includes(newest.type)) return 'case-closed'
  if (newest.type === 'timed' && comesWithReview(newest.moment)) return 'bad-request'
  if (newest.type === 'linked' && newest.episode === events[0]?.episode) return 'bad-request'
  if (newest.type === 'intelligence') {
    const why = refusedIntelligence(newest, caseFrom(before))
    if (why) return why
  }
  if (newest.type === 'withdrawn' && !isThere(newest.event, before)) return 'unknown-event'
  if (newest.type === 'actionDone' && !isAction(newest.action, before)) return 'unknown-event'
  if (namesNothing(newest, before)) return 'unknown-event'
  return lacks(before, events, interviewHeld) ? 'case-lacking' : undefined
}

/** Not what was taken out already, nor a taking out, nor who told of it, which is what a case begins with. */
function isThere(event: string, before: readonly RecordedCaseEvent[]): boolean {
  const gone = before.some(({ body }) => body.type === 'withdrawn' && body.event === event)
  return !gone && before.some(({ id, seq, body }) => id === event && seq > 1 && body.type !== 'withdrawn')
}

/** It is taken from an interview of this case, and puts right what is there. */
function refusedIntelligence({ from, replaces }: IntelligenceBody, file: CaseFile): CaseRefusal | undefined {
  if (from && !file.interviews.includes(from.interview)) return 'bad-request'
  if (replaces && !file.intelligence.items.some(({ event }) => event === replaces)) return 'unknown-event'
  return undefined
}

const isAction = (event: string, before: readonly RecordedCaseEvent[]) =>
  caseFrom(before).actions.some(action => action.event === event)

/**
 * Whether it would be closed for a reason that something is missing for: because it is closed now, or because what it needs is taken
 * out. What a case had not when it was closed, since it was not asked for then, is not asked for later.
 */
function lacks(before: readonly RecordedCaseEvent[], events: readonly RecordedCaseEvent[], isHeld: boolean): boolean {
  const newest = events.at(-1)?.body.type
  const [was, is] = [caseFrom(before), caseFrom(events)]
  if (is.state !== 'closed' || is.closedBecause === undefined || !mayTakeAway.some(type => type === newest))
    return false
  const lacking = lackingFor(is.closedBecause, is, isHeld)
  if (was.state !== 'closed') return lacking.length > 0
  const already = lackingFor(is.closedBecause, was, true)
  return lacking.some(each => !already.includes(each))
}

/** Nothing else takes away what a case was closed with. Only of closing and taking back is it known here whether the talk was held. */
const mayTakeAway = ['closed', 'withdrawn', 'forwarded'] as const
