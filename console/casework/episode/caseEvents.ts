import { z } from 'zod'
import { actionKinds, actionOutcomes, actionOwners } from '../actions/actionKinds.ts'
import { balanceEvents } from '../balance/balanceEvents.ts'
import { lateReasons } from '../clocks/clocksFor.ts'
import { deadlines, moments } from '../clocks/deadlines.ts'
import { intelligenceEvents } from '../intelligence/intelligenceEvents.ts'
import { linkedEvents } from '../linked/linkedEvents.ts'
import { ToldBack } from '../report/toldBackEvents.ts'
import { reviewEvents } from '../review/reviewEvents.ts'
import { routingEvents } from '../routing/routingEvents.ts'
import { namedKinds, RecipientId } from '../sharing/recipients.ts'
import { SentBy } from '../sharing/sentBy.ts'
import { wishAnswers } from '../sharing/sharedWith.ts'
import { At, EventId, Line, Means, Words } from './eventValues.ts'

/** Who told of the episode (TORB 4.3: referral sources). */
export const Source = z.enum(['police', 'social-worker', 'early-help', 'school', 'other'])
export type Source = z.infer<typeof Source>

/** Whom an offer or an attempt was made to. Reaching the family is not reaching the child. */
export const Reached = z.enum(['young-person', 'parent-or-carer', 'worker'])
export type Reached = z.infer<typeof Reached>

export const AttemptOutcome = z.enum(['reached', 'no-answer', 'wrong-number', 'not-there', 'refused'])
export type AttemptOutcome = z.infer<typeof AttemptOutcome>

export const NotOfferedReason = z.enum(['too-young', 'moved-area', 'out-of-scope', 'not-missing', 'died', 'other'])
export type NotOfferedReason = z.infer<typeof NotOfferedReason>

/** Why a case is closed. Each but `transferred` and `opened-in-error` needs what the guidance needs (`closing.ts`). */
export const ClosedBecause = z.enum([
  'completed',
  'declined-by-young-person',
  'declined-by-parent',
  'not-reachable',
  'missing-again',
  'not-offered',
  'transferred',
  'opened-in-error',
])
export type ClosedBecause = z.infer<typeof ClosedBecause>

/** Three numbers that are never mixed into one date of birth: what they say, what was assessed, and whether that is disputed. */
const Ages = z.strictObject({
  claimed: z.int().min(0).max(25).optional(),
  assessed: z.int().min(0).max(25).optional(),
  disputed: z.boolean().optional(),
})

/** What the episode's figures are counted by. Codes and numbers alone. */
export const Facts = z.strictObject({
  ages: Ages.optional(),
  lookedAfter: z.boolean().optional(),
  placedHereByAnother: z.boolean().optional().describe('By another authority, which stays responsible for the offer.'),
  placedElsewhere: z
    .boolean()
    .optional()
    .describe('Looked after by this authority, which placed them in another area.'),
  livesHere: z.boolean().optional().describe('In the area of this authority, wherever they were found.'),
  unaccompanied: z.boolean().optional(),
  mayBeTrafficked: z.boolean().optional(),
  needsInterpreter: z.boolean().optional(),
  previous: z
    .strictObject({
      days30: z.int().min(0).max(99),
      months12: z.int().min(0).max(999),
      ever: z.int().min(0).max(9_999),
    })
    .partial()
    .optional()
    .describe('Earlier episodes, this one not counted.'),
  accommodation: z.enum(['home', 'kinship', 'foster', 'residential', 'supported', 'secure', 'other']).optional(),
})
export type Facts = z.infer<typeof Facts>

/** A concern that was raised in an interview. */
const OneConcern = z.strictObject({ interview: z.uuid(), concern: z.uuid() })

/** Moments that are written down by hand; the others follow from what was done. */
export const WrittenMoment = z
  .enum(moments)
  .exclude(['missingThirdTime', 'offered', 'contacted', 'attempted', 'letterSent', 'declined', 'interviewed'])
export type WrittenMoment = z.infer<typeof WrittenMoment>

/** Everything there was when it was written, or these items alone, by the event each stands on. */
const Items = z.union([z.literal('all'), z.array(EventId).min(1).max(2_000)])

export const CaseEventBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('notified'),
    source: Source,
    reportedByFamily: z.boolean().optional(),
    reference: Line.optional().describe('Whatever number the police or another gave it.'),
  }),
  z.strictObject({ type: z.literal('named'), calledAs: Line }),
  z.strictObject({
    type: z.literal('timed'),
    moment: WrittenMoment,
    at: At.nullable(),
    words: Line.optional().describe('As it was said or written, where that says more than a time.'),
  }),
  z.strictObject({ type: z.literal('described'), facts: Facts, placingAuthority: Line.optional() }),
  z.strictObject({ type: z.literal('allocated'), worker: z.string().min(1).max(100).nullable() }),
  z.strictObject({
    type: z.literal('offered'),
    at: At,
    means: Means,
    to: Reached,
    outcome: z.enum(['accepted', 'wants-to-think', 'declined', 'no-answer']),
    words: Words.optional(),
  }),
  z.strictObject({
    type: z.literal('attempted'),
    at: At,
    means: Means,
    to: Reached,
    outcome: AttemptOutcome,
    words: Words.optional(),
  }),
  z.strictObject({
    type: z.literal('declined'),
    at: At,
    by: z.enum(['young-person', 'parent-or-carer']),
    words: Words.optional().describe('The reason, as it was given.'),
  }),
  z.strictObject({
    type: z.literal('consent'),
    at: At,
    answer: z.enum(['not-needed', 'given', 'refused', 'not-asked-yet']),
  }),
  z.strictObject({ type: z.literal('notOffered'), reason: NotOfferedReason, words: Words.optional() }),
  z.strictObject({ type: z.literal('letter'), at: At, to: z.enum(['young-person', 'parent-or-carer']) }),
  z.strictObject({ type: z.literal('parentInformation'), at: At, words: Words }),
  z.strictObject({
    type: z.literal('covered'),
    interview: z.uuid().describe('The interview that covers this episode; one may cover several.'),
  }),
  z.strictObject({ type: z.literal('missingAgain'), at: At }),
  z.strictObject({
    type: z.literal('late'),
    deadline: z.enum(deadlines.map(({ id }) => id)),
    reason: z.enum(lateReasons),
    words: Words.optional().describe('Of the young person: with them it was in their best interest.'),
  }),
  z.strictObject({
    type: z.literal('actionAdded'),
    kind: z.enum(actionKinds),
    owner: z.enum(actionOwners),
    ownedBy: Line.optional().describe('Whoever it is by name.'),
    service: Line.optional().describe('Another service that does it, by name.'),
    due: At.nullable(),
    concern: OneConcern.optional(),
    fromLine: z.string().min(1).max(200).optional().describe('The line of the balance it answers.'),
    words: Words.optional(),
  }),
  z.strictObject({
    type: z.literal('actionDone'),
    action: EventId.describe('The event that added it.'),
    outcome: z.enum(actionOutcomes),
    at: At,
    words: Words.optional().describe('In the past tense: what was done, and by whom.'),
  }),
  z.strictObject({
    type: z.literal('concernNoted'),
    ...OneConcern.shape,
    at: At,
    toldTo: Line.optional().describe('Who was told of it.'),
    childTold: z.enum(['told', 'not-safe', 'not-yet']),
    words: Words.optional().describe('Why the young person was not told, where they were not.'),
  }),
  z.strictObject({ type: z.literal('closed'), because: ClosedBecause, words: Words.optional() }),
  z.strictObject({ type: z.literal('reopened'), words: Words.optional() }),
  z.strictObject({
    type: z.literal('recipientNamed'),
    name: z.string().trim().min(1).max(300),
    kind: z.enum(namedKinds),
  }),
  z.strictObject({
    type: z.literal('sharingAsked'),
    recipient: RecipientId,
    stage: z.enum(['start', 'end']).describe('Of the talk. What was said at its end stands.'),
    answer: z.enum(wishAnswers),
    items: Items,
    words: Words.optional().describe('Of the young person.'),
  }),
  z
    .strictObject({
      type: z.literal('sharingDecided'),
      recipient: RecipientId,
      items: Items,
      decision: z.enum(['share', 'withhold', 'must-share']),
      why: Words.optional().describe('The reason: what must be shared cannot do without.'),
    })
    .refine(({ decision, why }) => decision !== 'must-share' || why !== undefined),
  z.strictObject({
    type: z.literal('shared'),
    recipient: RecipientId,
    items: z.array(EventId).min(1).max(2_000),
    at: At,
    means: SentBy,
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the text that was sent.'),
    words: Words.optional(),
  }),
  ...linkedEvents,
  ...routingEvents,
  ...intelligenceEvents,
  ToldBack,
  ...balanceEvents,
  ...reviewEvents,
  z.strictObject({ type: z.literal('withdrawn'), event: EventId }),
])
/** What happened to an episode, in the past tense. Appended, never edited. */
export type CaseEventBody = z.infer<typeof CaseEventBody>

/** One line of a case as the store keeps it. `at` of the event is the server's clock; the body's is when it happened. */
export interface RecordedCaseEvent {
  id: string
  episode: string
  seq: number
  by: string
  from: 'console' | 'bot' | 'system'
  deviceAt: string
  recordedAt: string
  body: CaseEventBody
}
