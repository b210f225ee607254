import type { Moment } from '../clocks/deadlines.ts'

/** Who does something. A code, to be counted by; whoever it is by name is written beside it. */
export const actionOwners = [
  'interviewer',
  'allocated-worker',
  'coordinator',
  'team-manager',
  'childrens-services',
  'police',
  'health',
  'other',
] as const
export type ActionOwner = (typeof actionOwners)[number]

/** How something ended that was to be done. */
export const actionOutcomes = ['done', 'not-needed', 'refused', 'could-not'] as const
export type ActionOutcome = (typeof actionOutcomes)[number]

interface ActionKindFacts {
  /** Whose it usually is; anybody else can be chosen. */
  owner: ActionOwner
  /** Seed items, or the part of practice.md that no seed has. */
  sources: readonly string[]
  /** The moment that a clock counts, once it is done. */
  moment?: Extract<Moment, 'referred' | 'policeTold'>
}

/** Everything that can be done about what was said. What is most urgent first. */
export const actionFacts = {
  'hub-referral': {
    owner: 'interviewer',
    sources: ['TORB-041', 'TORB-042', 'TORB-043', 'CBC-042', 'CBC-043', 'CBC-044', 'CBC-051', 'ECRC-034'],
    moment: 'referred',
  },
  'police-referral': { owner: 'interviewer', sources: ['WAKE-103', 'ECRC-033', 'ECRC-127', 'ECRC-128', 'ECRC-156'] },
  'mutilation-report': { owner: 'interviewer', sources: ['practice 5.3'], moment: 'policeTold' },
  'child-protection-referral': { owner: 'interviewer', sources: ['CHESH-102'] },
  'first-responder': { owner: 'interviewer', sources: ['practice 4.1'] },
  'trafficking-guardian': { owner: 'childrens-services', sources: ['practice 4.1'] },
  'contextual-screening': {
    owner: 'interviewer',
    sources: ['CHESH-092', 'CHESH-093', 'CHESH-094', 'CHESH-095', 'CHESH-096', 'CHESH-097'],
  },
  'exploitation-tool': { owner: 'allocated-worker', sources: ['CBC-031', 'CBC-032'] },
  'exploitation-panel': { owner: 'coordinator', sources: ['practice 8.1'] },
  prevent: { owner: 'interviewer', sources: ['practice 5.3'] },
  'strategy-meeting': { owner: 'childrens-services', sources: ['CHESH-104'] },
  health: { owner: 'health', sources: ['CHESH-098', 'ECRC-170'] },
  'sexual-health': { owner: 'interviewer', sources: ['CHESH-099', 'CHESH-070', 'practice 7'] },
  'mental-health': { owner: 'health', sources: ['WAKE-102', 'WAKE-062'] },
  substance: { owner: 'interviewer', sources: ['CHESH-098', 'WAKE-068'] },
  education: { owner: 'allocated-worker', sources: ['CHESH-098', 'ECRC-170'] },
  advocacy: { owner: 'interviewer', sources: ['ECRC-171'] },
  'early-help': { owner: 'interviewer', sources: ['CHESH-100', 'WAKE-124'] },
  'family-support': { owner: 'childrens-services', sources: ['CHESH-098', 'WAKE-124'] },
  'youth-services': { owner: 'interviewer', sources: ['WAKE-125'] },
  'youth-offending': { owner: 'allocated-worker', sources: ['CHESH-098'] },
  'team-around-child': { owner: 'allocated-worker', sources: ['CHESH-101', 'CBC-037'] },
  'child-in-need': { owner: 'allocated-worker', sources: ['CBC-038'] },
  'core-group': { owner: 'allocated-worker', sources: ['CBC-039'] },
  'looked-after-review': { owner: 'allocated-worker', sources: ['CBC-040', 'CHESH-103'] },
  supervision: { owner: 'team-manager', sources: ['CBC-033'] },
  'prevention-plan': { owner: 'allocated-worker', sources: ['WAKE-097', 'ECRC-041', 'CBC-029', 'CBC-030', 'ECRC-152'] },
  signposting: {
    owner: 'interviewer',
    sources: ['CHESH-007', 'WAKE-004', 'TORB-040', 'ECRC-164', 'ECRC-165', 'ECRC-166', 'ECRC-167'],
  },
  'follow-up-contact': { owner: 'interviewer', sources: ['CHESH-091', 'ECRC-168'] },
  'one-to-one': { owner: 'interviewer', sources: ['ECRC-169', 'ECRC-172'] },
  'help-to-reach': { owner: 'interviewer', sources: ['ECRC-170'] },
  'told-back': { owner: 'interviewer', sources: ['ECRC-160', 'WAKE-098', 'WAKE-104'] },
  'return-to-sender': { owner: 'coordinator', sources: ['CBC-025'] },
  other: { owner: 'other', sources: ['CHESH-090', 'CHESH-106'] },
} as const satisfies Readonly<Record<string, ActionKindFacts>>

export type ActionKind = keyof typeof actionFacts

/** In the order they are offered. */
export const actionKinds = Object.keys(actionFacts) as [ActionKind, ...ActionKind[]]

/** The moment a clock counts once an action of this kind is done. */
export const momentOfAction = (kind: ActionKind): 'referred' | 'policeTold' | undefined => {
  const facts: ActionKindFacts = actionFacts[kind]
  return facts.moment
}
