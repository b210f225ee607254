import { type Action, actionMoments, type ConcernNote } from '../actions/actions.ts'
import { type BalanceEdits, noBalanceEdits, withBalanceEvent } from '../balance/balanceEdits.ts'
import type { LateReason, Moments } from '../clocks/clocksFor.ts'
import { type Intelligence, noIntelligence, withIntelligence } from '../intelligence/intelligence.ts'
import { noReview, type ReviewFile, withReviewEvent } from '../review/reviewFile.ts'
import { isOfReviews, reviewMoments } from '../review/reviewMoments.ts'
import { namedRecipient, type Recipient } from '../sharing/recipients.ts'
import type { CaseEventBody, ClosedBecause, Facts, RecordedCaseEvent, Source, WrittenMoment } from './caseEvents.ts'

type Body<Type extends CaseEventBody['type']> = Omit<Extract<CaseEventBody, { type: Type }>, 'type'>
/** Something that was done, with the event it stands on and who wrote it down. */
type Done<Type extends CaseEventBody['type']> = Body<Type> & { event: string; writtenBy: string }

/** The present state of one missing episode's case: the fold of its events. */
export interface CaseFile {
  episode: string
  seq: number
  openedAt: string
  changedAt: string
  source: Source
  reportedByFamily: boolean | undefined
  reference: string | undefined
  calledAs: string | undefined
  facts: Facts
  placingAuthority: string | undefined
  /** Who is allocated to it; null where nobody is, and the hub looks at it. */
  worker: string | null
  /** Moments written down by hand; null for known not to be known. */
  timed: Readonly<Partial<Record<WrittenMoment, string | null>>>
  offers: readonly Done<'offered'>[]
  attempts: readonly Done<'attempted'>[]
  declines: readonly Done<'declined'>[]
  consent: Done<'consent'> | undefined
  notOffered: Done<'notOffered'> | undefined
  letters: readonly Done<'letter'>[]
  parentInformation: readonly Done<'parentInformation'>[]
  missingAgain: readonly Done<'missingAgain'>[]
  /** How the talk comes about away from here, and who was told that it is theirs: all of it, oldest first. */
  routed: readonly Done<'routed'>[]
  authorityTold: readonly Done<'authorityTold'>[]
  intelligence: Intelligence
  /** Other episodes of the same young person, as this case says. Another case may say it of this one. */
  linked: readonly Done<'linked'>[]
  /** Interviews that cover it. */
  interviews: readonly string[]
  /** Others who may be told, besides those whom the settings name. */
  namedRecipients: readonly Recipient[]
  /** What they were asked about telling others, what was decided, and what was sent: all of it, oldest first. */
  sharing: {
    asked: readonly (Done<'sharingAsked'> & { time: string })[]
    decided: readonly (Done<'sharingDecided'> & { time: string })[]
    sent: readonly Done<'shared'>[]
  }
  /** Who looked at it after the talk, what came back, and the contact that was kept. */
  review: ReviewFile
  lateness: Readonly<Record<string, { reason: LateReason; theirWords?: string }>>
  /** As they were added. */
  actions: readonly Action[]
  concernNotes: readonly ConcernNote[]
  /** What was read back to the young person, and what they said to it, as it was written down. */
  toldBack: readonly Done<'toldBack'>[]
  /** What was done with the balance that its interviews propose. */
  balance: BalanceEdits
  state: 'open' | 'closed'
  closedBecause: ClosedBecause | undefined
}

/** The present case of these events: one episode's, in order from number 1, the first `notified`. Throws where they are not. */
export function caseFrom(events: readonly RecordedCaseEvent[]): CaseFile {
  const gone = new Set(events.flatMap(({ body }) => (body.type === 'withdrawn' ? [body.event] : [])))
  const [first] = events
  if (first?.body.type !== 'notified' || first.seq !== 1)
    throw new Error('The first event of a case says who told of it.')
  const present = events.filter(({ id }) => !gone.has(id) || id === first.id)
  const last = events.at(-1) ?? first
  const folded = present.reduce(withCaseEvent, begun(first))
  return { ...folded, seq: last.seq, changedAt: last.recordedAt }
}

function begun({ episode, recordedAt, body, by }: RecordedCaseEvent): CaseFile {
  return {
    episode,
    seq: 1,
    openedAt: recordedAt,
    changedAt: recordedAt,
    source: body.type === 'notified' ? body.source : 'other',
    reportedByFamily: undefined,
    reference: undefined,
    calledAs: undefined,
    facts: {},
    placingAuthority: undefined,
    worker: by,
    timed: {},
    offers: [],
    attempts: [],
    declines: [],
    consent: undefined,
    notOffered: undefined,
    letters: [],
    parentInformation: [],
    missingAgain: [],
    routed: [],
    authorityTold: [],
    intelligence: noIntelligence,
    linked: [],
    interviews: [],
    namedRecipients: [],
    sharing: { asked: [], decided: [], sent: [] },
    review: noReview,
    lateness: {},
    actions: [],
    concernNotes: [],
    toldBack: [],
    balance: noBalanceEdits,
    state: 'open',
    closedBecause: undefined,
  }
}

function withCaseEvent(file: CaseFile, { id: event, by: writtenBy, recordedAt, body }: RecordedCaseEvent): CaseFile {
  switch (body.type) {
    case 'notified':
      return { ...file, source: body.source, reportedByFamily: body.reportedByFamily, reference: body.reference }
    case 'named':
      return { ...file, calledAs: body.calledAs }
    case 'timed':
      return { ...file, timed: { ...file.timed, [body.moment]: body.at } }
    case 'described': {
      const { facts, placingAuthority = file.placingAuthority } = body
      const ages = { ...file.facts.ages, ...facts.ages }
      const previous = { ...file.facts.previous, ...facts.previous }
      return { ...file, facts: { ...file.facts, ...facts, ages, previous }, placingAuthority }
    }
    case 'allocated':
      return { ...file, worker: body.worker }
    case 'offered':
      return { ...file, offers: [...file.offers, { ...body, event, writtenBy }] }
    case 'attempted':
      return { ...file, attempts: [...file.attempts, { ...body, event, writtenBy }] }
    case 'declined':
      return { ...file, declines: [...file.declines, { ...body, event, writtenBy }] }
    case 'consent':
      return { ...file, consent: { ...body, event, writtenBy } }
    case 'notOffered':
      return { ...file, notOffered: { ...body, event, writtenBy } }
    case 'letter':
      return { ...file, letters: [...file.letters, { ...body, event, writtenBy }] }
    case 'parentInformation':
      return { ...file, parentInformation: [...file.parentInformation, { ...body, event, writtenBy }] }
    case 'covered':
      return file.interviews.includes(body.interview)
        ? file
        : { ...file, interviews: [...file.interviews, body.interview] }
    case 'intelligence':
    case 'intelligenceSent': {
      const intelligence = withIntelligence(file.intelligence, body, { event, writtenBy, time: recordedAt })
      return { ...file, intelligence }
    }
    case 'linked':
      return { ...file, linked: [...file.linked, { ...body, event, writtenBy }] }
    case 'missingAgain':
      return { ...file, missingAgain: [...file.missingAgain, { ...body, event, writtenBy }] }
    case 'routed':
      return { ...file, routed: [...file.routed, { ...body, event, writtenBy }] }
    case 'authorityTold':
      return { ...file, authorityTold: [...file.authorityTold, { ...body, event, writtenBy }] }
    case 'late': {
      const { deadline, reason, words } = body
      const why = { reason, ...(words === undefined ? {} : { theirWords: words }) }
      return { ...file, lateness: { ...file.lateness, [deadline]: why } }
    }
    case 'actionAdded':
      return {
        ...file,
        actions: [...file.actions, { ...body, event, writtenBy, addedAt: recordedAt, ended: undefined }],
      }
    case 'actionDone': {
      const { action, ...ended } = body
      const actions = file.actions.map(each =>
        each.event === action ? { ...each, ended: { ...ended, event, writtenBy } } : each,
      )
      return { ...file, actions }
    }
    case 'concernNoted':
      return { ...file, concernNotes: [...file.concernNotes, { ...body, event, writtenBy }] }
    case 'recipientNamed':
      return { ...file, namedRecipients: [...file.namedRecipients, namedRecipient(event, body.name, body.kind)] }
    case 'sharingAsked': {
      const asked = [...file.sharing.asked, { ...body, event, writtenBy, time: recordedAt }]
      return { ...file, sharing: { ...file.sharing, asked } }
    }
    case 'sharingDecided': {
      const decided = [...file.sharing.decided, { ...body, event, writtenBy, time: recordedAt }]
      return { ...file, sharing: { ...file.sharing, decided } }
    }
    case 'shared':
      return { ...file, sharing: { ...file.sharing, sent: [...file.sharing.sent, { ...body, event, writtenBy }] } }
    case 'toldBack':
      return { ...file, toldBack: [...file.toldBack, { ...body, event, writtenBy }] }
    case 'balanceLine':
    case 'balanceChanged':
    case 'balanceLeftOut':
    case 'scaled':
    case 'mightGoAgain':
      return { ...file, balance: withBalanceEvent(file.balance, body, { event, writtenBy, time: recordedAt }) }
    case 'closed':
      return { ...file, state: 'closed', closedBecause: body.because }
    case 'reopened':
      return { ...file, state: 'open', closedBecause: undefined }
    case 'forwarded':
    case 'reviewed':
    case 'sentBack':
    case 'answeredSentBack':
    case 'passedOn':
    case 'heardBack':
    case 'followUpHeld':
      return withReviewEvent(file, body, event, writtenBy)
    case 'withdrawn':
      return file
  }
}

/** What an interview that covers the episode adds to its clocks. */
export interface InterviewTimes {
  /** When the talk came to its end with the young person; null while it has not. */
  held: string | null
  /** When concerns were raised in it, the first first. */
  concerns: readonly string[]
  /** Their ids, in the same order; none where this was kept before they were. */
  concernIds?: readonly string[]
}

/** The moments the clocks run from: those written down, and those that follow from what was done. The first time counts. */
export function momentsOf(file: CaseFile, interviews: readonly InterviewTimes[] = []): Moments {
  const written = Object.entries(file.timed).flatMap(([moment, at]) =>
    at === null || isOfReviews(moment) ? [] : [[moment, at]],
  )
  const reached = [
    ...file.attempts.filter(({ to, outcome }) => to === 'young-person' && outcome === 'reached'),
    ...file.offers.filter(({ to, outcome }) => to === 'young-person' && outcome !== 'no-answer'),
  ]
  const done = actionMoments(file.actions)
  const orWritten = (moment: 'referred' | 'policeTold') =>
    earliest([file.timed[moment], done[moment]].flatMap(at => at ?? []))
  const isThirdInThirtyDays = (file.facts.previous?.days30 ?? 0) >= 2
  const missingFrom = file.timed.wentMissing ?? file.timed.reported ?? file.timed.notified ?? undefined
  const happened = {
    missingThirdTime: isThirdInThirtyDays ? missingFrom : undefined,
    referred: orWritten('referred'),
    policeTold: orWritten('policeTold'),
    offered: earliest(file.offers.map(({ at }) => at)),
    attempted: earliest(file.attempts.map(({ at }) => at)),
    contacted: earliest(reached.map(({ at }) => at)),
    letterSent: earliest(file.letters.filter(({ to }) => to === 'young-person').map(({ at }) => at)),
    declined: earliest(file.declines.map(({ at }) => at)),
    interviewed: earliest(interviews.flatMap(({ held }) => (held === null ? [] : [held]))),
    concernRaised: earliest([
      ...(file.timed.concernRaised ? [file.timed.concernRaised] : []),
      ...interviews.flatMap(({ concerns }) => concerns),
    ]),
  }
  const known = Object.entries({ ...happened, ...reviewMoments(file) }).filter(([, at]) => at !== undefined)
  return Object.fromEntries([...written, ...known])
}

/**
 * Whether they are still missing, as far as anyone has said: someone told that they went missing, and nobody that they were found or are
 * back. That nobody knows when they were found says that they were (CBC-017: whoever offers the talk follows it meanwhile).
 */
export function isStillMissing({ state, timed }: Pick<CaseFile, 'state' | 'timed'>): boolean {
  const told = (['lastSeen', 'wentMissing', 'reported'] as const).some(moment => timed[moment] !== undefined)
  const isFound = (['found', 'notified', 'returned'] as const).some(moment => timed[moment] !== undefined)
  return state === 'open' && told && !isFound
}

const earliest = (times: readonly string[]): string | undefined =>
  times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]

/** Moments that cannot have come in the order they are written in, as pairs: the first should not be after the second. */
export function outOfOrder(moments: Moments): [string, string][] {
  const order = [
    ['lastSeen', 'found'],
    ['wentMissing', 'found'],
    ['wentMissing', 'returned'],
    ['found', 'returned'],
    ['reported', 'notified'],
    ['found', 'notified'],
    ['returned', 'interviewed'],
  ] as const
  return order.flatMap(([before, after]) => {
    const [a, b] = [moments[before], moments[after]]
    return a !== undefined && b !== undefined && Date.parse(a) > Date.parse(b) ? [[before, after]] : []
  })
}
