/**
 * Something that happened to an episode, as a moment. They are told apart on purpose: a child can be found and not be back
 * (custody, hospital, a new placement), and each clock runs from its own.
 */
export const moments = [
  'lastSeen',
  'wentMissing',
  'missingThirdTime',
  'reported',
  'found',
  'shiftEnded',
  'notified',
  'returned',
  'offered',
  'contacted',
  'callNotTaken',
  'calledAgain',
  'servicesNotified',
  'servicesAttempted',
  'attempted',
  'attemptRecorded',
  'letterSent',
  'declined',
  'interviewed',
  'concernRaised',
  'immediateRisk',
  'referred',
  'informationGiven',
  'informationShared',
  'recorded',
  'sent',
  'received',
  'loaded',
  'forwarded',
  'reviewed',
  'supervision',
  'supervised',
  'meeting',
  'reviewedAtMeeting',
  'toldOfMutilation',
  'policeTold',
] as const
export type Moment = (typeof moments)[number]

/** How long there is. Hours pass on weekends too and are counted on the clock of the world, not on the one on the wall. */
export type Length =
  | { hours: number }
  /** Whole working days in England after the day of the trigger, to the end of the last one. */
  | { workingDays: number }
  /** Calendar days; `notBefore`: earlier would be too soon. To the end of the day in London. */
  | { days: number; notBefore: number }
  /** By a moment that is known beforehand, or `hours` after the trigger where it is not. */
  | { by: Moment; hours: number }
  /** By a moment that has to be set first. */
  | { by: Moment }
  | { immediately: true }
  /** The guidance names no time: it is due until it is done. */
  | { unstated: true }

export type Whose =
  | 'police'
  | 'provider'
  | 'childrens-services'
  | 'interviewer'
  | 'allocated-worker'
  | 'team-manager'
  | 'regulated-professional'

export interface Deadline {
  id: string
  trigger: Moment
  /** Where the trigger is not known: the moment that is counted from instead, which is never later. */
  otherwise?: Moment
  length: Length
  /** All of these have to have happened; the last of them is when it was met. */
  metBy: readonly Moment[]
  who: Whose
  /** Seed items, or the page it is from where no seed has it. */
  sources: readonly string[]
  /** Only where this has not happened in time: the hours after the trigger in which it was to happen. */
  unless?: { happened: Moment; withinHours: number }
  /** Not any more once this has happened. */
  endedBy?: Moment
  /** A second way to read the guidance, which gives more time. The first is the default because it is safer (practice 8.2). */
  alsoReadAs?: Length
  /** From another authority: counted only where the settings name it. */
  elsewhere?: true
}

/** Every clock of an episode (practice 8.1). Those of an organisation's calendar are in `standing.ts`. */
export const deadlines: readonly Deadline[] = [
  {
    id: 'DL-01',
    trigger: 'found',
    length: { by: 'shiftEnded', hours: 10 },
    metBy: ['notified'],
    who: 'police',
    sources: ['TORB-013'],
  },
  {
    id: 'DL-02',
    trigger: 'notified',
    length: { hours: 24 },
    metBy: ['offered'],
    who: 'provider',
    sources: ['TORB-016'],
  },
  {
    id: 'DL-03',
    trigger: 'returned',
    otherwise: 'found',
    length: { hours: 72 },
    metBy: ['interviewed'],
    who: 'provider',
    sources: ['TORB-018', 'TORB-029', 'CBC-002', 'ECRC-082'],
    endedBy: 'declined',
  },
  {
    id: 'DL-04',
    trigger: 'returned',
    otherwise: 'found',
    length: { hours: 72 },
    metBy: ['contacted', 'interviewed'],
    who: 'provider',
    sources: ['CBC-020'],
    endedBy: 'declined',
  },
  {
    id: 'DL-05',
    trigger: 'notified',
    length: { hours: 24 },
    alsoReadAs: { hours: 48 },
    metBy: ['servicesNotified'],
    who: 'provider',
    sources: ['TORB-019', 'TORB-020'],
    unless: { happened: 'contacted', withinHours: 24 },
  },
  {
    id: 'DL-06',
    trigger: 'servicesNotified',
    length: { hours: 24 },
    metBy: ['servicesAttempted'],
    who: 'childrens-services',
    sources: ['TORB-023'],
  },
  {
    id: 'DL-07',
    trigger: 'attempted',
    length: { unstated: true },
    metBy: ['attemptRecorded'],
    who: 'provider',
    sources: ['TORB-024'],
  },
  {
    id: 'DL-08',
    trigger: 'notified',
    length: { days: 14, notBefore: 7 },
    metBy: ['letterSent'],
    who: 'provider',
    sources: ['TORB-027', 'TORB-028'],
    unless: { happened: 'contacted', withinHours: 7 * 24 },
  },
  {
    id: 'DL-09',
    trigger: 'callNotTaken',
    length: { unstated: true },
    metBy: ['letterSent', 'calledAgain'],
    who: 'interviewer',
    sources: ['WAKE-017', 'WAKE-018'],
  },
  {
    id: 'DL-10',
    trigger: 'concernRaised',
    length: { hours: 24 },
    metBy: ['referred'],
    who: 'provider',
    sources: ['TORB-043'],
  },
  {
    id: 'DL-11',
    trigger: 'immediateRisk',
    length: { immediately: true },
    metBy: ['referred'],
    who: 'interviewer',
    sources: ['ECRC-127', 'ECRC-128'],
  },
  {
    id: 'DL-12',
    trigger: 'interviewed',
    length: { workingDays: 2 },
    metBy: ['recorded'],
    who: 'provider',
    sources: ['TORB-048'],
  },
  {
    id: 'DL-13',
    trigger: 'interviewed',
    length: { workingDays: 2 },
    metBy: ['sent'],
    who: 'provider',
    sources: ['TORB-052'],
  },
  {
    id: 'DL-14',
    trigger: 'received',
    length: { hours: 24 },
    metBy: ['loaded'],
    who: 'childrens-services',
    sources: ['TORB-054'],
  },
  {
    id: 'DL-15',
    trigger: 'informationGiven',
    length: { unstated: true },
    metBy: ['informationShared'],
    who: 'interviewer',
    sources: ['WAKE-120'],
  },
  {
    id: 'DL-16',
    trigger: 'forwarded',
    length: { hours: 24 },
    metBy: ['reviewed'],
    who: 'allocated-worker',
    sources: ['CBC-028'],
  },
  {
    id: 'DL-17',
    trigger: 'interviewed',
    length: { by: 'supervision' },
    metBy: ['supervised'],
    who: 'team-manager',
    sources: ['CBC-033'],
  },
  {
    id: 'DL-18',
    trigger: 'interviewed',
    length: { by: 'meeting' },
    metBy: ['reviewedAtMeeting'],
    who: 'allocated-worker',
    sources: ['CBC-037', 'CBC-039'],
  },
  {
    id: 'DL-X1',
    trigger: 'returned',
    length: { hours: 7 * 24 },
    metBy: ['interviewed'],
    who: 'provider',
    sources: ['missingpeople.org.uk, guidance for Scotland'],
    endedBy: 'declined',
    elsewhere: true,
  },
  {
    id: 'DL-X2',
    trigger: 'interviewed',
    length: { workingDays: 3 },
    metBy: ['sent'],
    who: 'provider',
    sources: ['Oxfordshire, form for schools'],
    elsewhere: true,
  },
  {
    id: 'DL-X3',
    trigger: 'concernRaised',
    length: { workingDays: 3 },
    metBy: ['meeting'],
    who: 'childrens-services',
    sources: ['an audit of practice, authority not named'],
    elsewhere: true,
  },
  {
    id: 'DL-X4',
    trigger: 'missingThirdTime',
    length: { unstated: true },
    metBy: ['meeting'],
    who: 'childrens-services',
    sources: ['Derbyshire, return interviews'],
    elsewhere: true,
  },
  {
    id: 'DL-X5',
    trigger: 'toldOfMutilation',
    length: { workingDays: 1 },
    metBy: ['policeTold'],
    who: 'regulated-professional',
    sources: ['gov.uk, mandatory reporting of female genital mutilation', 'cypnow.co.uk'],
  },
]
