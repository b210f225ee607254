import type { Voice } from '../../../dialogs/record/events.ts'
import type { LateReason } from '../../casework/clocks/clocksFor.ts'
import type {
  AttemptOutcome,
  CaseEventBody,
  ClosedBecause,
  Facts,
  NotOfferedReason,
  Reached,
  Source,
} from '../../casework/episode/caseEvents.ts'
import type { Means } from '../../casework/episode/eventValues.ts'
import type { Route } from '../../casework/episode/scopeSettings.ts'
import type { Certainty, IntelligenceKind, Reveals } from '../../casework/intelligence/intelligenceEvents.ts'
import type { ReadyRecipient } from '../../casework/sharing/recipients.ts'
import type { SentBy } from '../../casework/sharing/sentBy.ts'
import type { DecisionKind, Wish, WishAnswer } from '../../casework/sharing/sharedWith.ts'

type Of<Type extends CaseEventBody['type']> = Extract<CaseEventBody, { type: Type }>

/** All of a closed set, in the order they are offered: the compiler minds that none is forgotten. */
const all = <Name extends string>(names: Record<Name, true>) =>
  Object.keys(names).filter((each): each is Name => each in names)

// Written out once more for the browser, which loads neither the schemas nor the calendar beside them.
export const sources = all<Source>({
  police: true,
  'social-worker': true,
  'early-help': true,
  school: true,
  other: true,
})
export const means = all<Means>({
  phone: true,
  visit: true,
  text: true,
  letter: true,
  online: true,
  'through-family': true,
  'through-worker': true,
  'through-school': true,
})
export const reached = all<Reached>({ 'young-person': true, 'parent-or-carer': true, worker: true })
export const offerOutcomes = all<Of<'offered'>['outcome']>({
  accepted: true,
  'wants-to-think': true,
  declined: true,
  'no-answer': true,
})
export const attemptOutcomes = all<AttemptOutcome>({
  reached: true,
  'no-answer': true,
  'wrong-number': true,
  'not-there': true,
  refused: true,
})
export const decliners = all<Of<'declined'>['by']>({ 'young-person': true, 'parent-or-carer': true })
export const consents = all<Of<'consent'>['answer']>({
  given: true,
  refused: true,
  'not-needed': true,
  'not-asked-yet': true,
})
export const notOfferedReasons = all<NotOfferedReason>({
  'too-young': true,
  'moved-area': true,
  'out-of-scope': true,
  'not-missing': true,
  died: true,
  other: true,
})
export const closings = all<ClosedBecause>({
  completed: true,
  'declined-by-young-person': true,
  'declined-by-parent': true,
  'not-reachable': true,
  'missing-again': true,
  'not-offered': true,
  transferred: true,
  'opened-in-error': true,
})
export const accommodations = all<NonNullable<Facts['accommodation']>>({
  home: true,
  kinship: true,
  foster: true,
  residential: true,
  supported: true,
  secure: true,
  other: true,
})
export const lateReasons = all<LateReason>({
  'weekend-referral': true,
  'not-available': true,
  'waits-for-a-worker': true,
  'waits-for-a-place': true,
  'needs-rest': true,
  'mental-health': true,
  'not-contactable': true,
  'missing-again': true,
  interpreter: true,
  service: true,
  other: true,
})
export const ways = all<Route>({ 'spot-purchase': true, 'host-authority': true, 'own-staff': true })
export const wishStages = all<Wish['at']>({ start: true, end: true })
export const wishes = all<WishAnswer>({
  agreed: true,
  objected: true,
  'wants-to-think': true,
  'not-asked-unsafe': true,
})
export const decisions = all<DecisionKind>({ share: true, withhold: true, 'must-share': true })
export const sentBy = all<SentBy>({
  'secure-email': true,
  'case-system': true,
  'by-hand': true,
  post: true,
  'read-out': true,
  other: true,
})

export const intelligenceKinds = all<IntelligenceKind>({
  person: true,
  place: true,
  vehicle: true,
  phone: true,
  account: true,
  other: true,
})

export const certainties = all<Certainty>({
  'saw-or-did-it-themselves': true,
  'heard-from-someone': true,
  'practitioner-thinks': true,
  'not-known': true,
})

export const reveals = all<Reveals>({ yes: true, no: true, 'not-known': true })

export const voices = all<Voice>({
  'young-person': true,
  interpreter: true,
  practitioner: true,
  'parent-or-carer': true,
  'third-party': true,
})

export const readyRecipients = all<ReadyRecipient>({
  'childrens-services': true,
  police: true,
  'parent-or-carer': true,
  school: true,
  health: true,
  'placing-authority': true,
})
