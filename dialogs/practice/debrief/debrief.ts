import type { Because } from '../coding/codeQuestion.ts'
import type { QuestionClass, QuestionFlag } from '../coding/questionClasses.ts'
import type { Level } from '../scenario/terms.ts'
import type { Effect } from '../young/effects.ts'
import type { Shut } from '../young/gates.ts'
import type { HowTold } from '../young/practiceState.ts'
import type { ReplyKind } from '../young/reply.ts'
import type { BetterWording } from './betterWording.ts'
import type { Measure } from './measures.ts'

/** What one practice talk showed. Ids and codes alone: a page says them, and it can be kept as JSON. */
export interface Debrief {
  scenario: string
  version: number
  level: Level
  seed: number
  /** How it ended; nothing where it was stopped or can go on. */
  ended?: 'left' | 'closed'
  turns: readonly DebriefTurn[]
  questions: QuestionCounts
  /** Every detail told, in full or in short, in the order it came out. */
  told: readonly ToldDetail[]
  /** Every other detail, in the order of the scenario. With `told` these are all there are. */
  untold: readonly UntoldDetail[]
  mistakes: readonly MistakeMade[]
  /** Each "don't know", and what was behind it. */
  dontKnows: readonly DontKnow[]
  coverage: readonly CoverageLine[]
  stages: StageOrder
  confidentiality: Confidentiality
  support: Support
  opening: readonly Check<OpeningCheck>[]
  closing: readonly Check<ClosingCheck>[]
  /** Only where somebody interprets. */
  interpreter?: InterpreterUse
  /** Where the number behind each measure is from. */
  sources: Readonly<Record<Measure, Source>>
}

/** A reference to read, or that nothing published stands behind it. */
export type Source = { from: string } | 'assumption'

/** One turn, as the timeline shows it. What was said in it is in the talk's turn of the same number. */
export interface DebriefTurn {
  number: number
  /** Nothing where the trainee waited. */
  class?: QuestionClass
  flags: readonly QuestionFlag[]
  because: readonly Because[]
  /** What kind of turn it is to the figures. `safety` and `of-the-talk` are right to ask closed and never marked down. */
  counts: TurnCounts
  effects: readonly Effect[]
  trust: { before: number; after: number }
  pressure: { before: number; after: number }
  energy: { before: number; after: number }
  reply: ReplyKind
  told: readonly {
    unit: string
    how: HowTold
    /** Whether it came out here for the first time. One told in short and later in full is still one detail. */
    isFresh: boolean
  }[]
  mistakes: readonly { mistake: string; wasLed: boolean }[]
  /** Something let slip here, or made less of, that nobody asked about in the next three turns. */
  missedCue?: string
  /** Only of a turn that can be worded better. */
  weak?: { reasons: readonly WeakReason[]; better: BetterWording }
}

/**
 * `recommended`: invitation, cued invitation, directive. `other`: option-posing and suggestive. `safety`: a plain question about
 * being safe or hurt. `of-the-talk`: a yes-or-no about the talk itself ("Would you like a break?"). `apart`: nothing that asks.
 */
export type TurnCounts = 'recommended' | 'other' | 'safety' | 'of-the-talk' | 'facilitator' | 'apart' | 'waited'

/** Why a turn is weak: a flag of it, its class, or that it speaks to the interpreter about the child. */
export type WeakReason = QuestionFlag | 'suggestive' | 'option-posing' | 'to-interpreter'

export interface QuestionCounts {
  /** Turns with words of each class: adds up to the turns in which something was said. */
  byClass: Readonly<Record<QuestionClass, number>>
  byFlag: Readonly<Partial<Record<QuestionFlag, number>>>
  waited: number
  recommended: number
  /** Option-posing and suggestive, but for those in `safety` and `ofTheTalk`. */
  other: number
  safety: number
  ofTheTalk: number
  facilitators: number
  /** Of recommended and other questions, how many of 1 are recommended. Nothing where none was asked. */
  share?: number
  /** The same with facilitators among the recommended. */
  shareWithFacilitators?: number
  /** Details told for the first time, by each question on average. Nothing where none was asked. */
  toldByRecommended?: number
  toldByOther?: number
  /** Most questions in a row that were not recommended; whatever is not a question in between breaks nothing. */
  longestClosedRun: { length: number; from?: number }
  weak: number
  missedCues: number
}

export interface ToldDetail {
  unit: string
  /** When it first came out. */
  turn: number
  how: 'full' | 'short'
}

export interface UntoldDetail {
  unit: string
  why: UntoldWhy
  /** As what it did come out. */
  partly?: 'minimised' | 'hinted'
  /** What kept it shut when it was last asked for; at the end, where it never was. None where it could have been told. */
  gate: readonly Shut[]
  /** Points of trust that were lacking then, of 100. */
  trustShort: number
  /** Details it waits for, and things the practitioner had not done. */
  needs: readonly string[]
  after: readonly string[]
  /** Turns whose question it would have answered. */
  askedAt: readonly number[]
}

/** `more-to-tell`: it could have been told, and no question left room for it. */
export type UntoldWhy = 'not-asked' | 'not-telling' | 'asked-closed-and-denied' | 'more-to-tell'

export interface MistakeMade {
  mistake: string
  turn: number
  wasLed: boolean
}

export interface DontKnow {
  turn: number
  /** `did-not-come`: it could have been told, and did not come to mind. */
  why: 'not-known' | 'not-telling' | 'did-not-come'
  /** The details behind it. */
  units: readonly string[]
}

/** One item of the guide's coverage. `not-in-scenario`: this young person has nothing to tell about it. */
export interface CoverageLine {
  item: string
  state: 'told' | 'minimised' | 'asked-not-told' | 'not-asked' | 'not-in-scenario'
  units: readonly string[]
}

export interface StageOrder {
  /** Each stage once, in the order it was first touched. */
  touched: readonly { stage: string; turn: number }[]
  /** What matters about the order. Young people lead: the middle may come as it comes. */
  checks: readonly StageCheck[]
}

export interface StageCheck {
  stage: string
  finding: 'in-its-place' | 'too-early' | 'too-late' | 'never'
  turn?: number
}

export interface Confidentiality {
  /** When it was honestly said what cannot be kept secret. */
  explainedAt: readonly number[]
  /** First telling of something sensitive (2 or more of 3). */
  firstDisclosureAt?: number
  /** `nothing-disclosed`: explained or not, nothing sensitive was told. */
  explained: 'before-disclosure' | 'after-disclosure' | 'never' | 'nothing-disclosed'
  /** Said again within three turns of the first telling of something sensitive. Nothing where none was told. */
  reminded?: boolean
  promisedAt: readonly number[]
  brokenAt: readonly number[]
}

export interface Support {
  /** Turns with a sentence of support in them, whatever else they are, and no flag on it. */
  at: readonly number[]
  /** Thirds of the talk that have any: 0 to 3. */
  spread: number
  /** Turns in which something sensitive was told, and those followed by support in the next two. */
  disclosures: number
  afterDisclosures: number
  /** Praise for what was told. Best is none. */
  contingentAt: readonly number[]
}

/** What belongs to an opening and to a closing, whatever is asked in between. */
export const openingChecks = ['introduces', 'independent', 'choice', 'limits', 'problem-free'] as const
export type OpeningCheck = (typeof openingChecks)[number]
export const closingChecks = ['tells-back', 'what-next', 'where-help', 'thanks', 'goodbye'] as const
export type ClosingCheck = (typeof closingChecks)[number]

/** One thing that belongs to a part of the talk, and when it was done in its place. */
export interface Check<Name extends string> {
  check: Name
  isDone: boolean
  turn?: number
}

export interface InterpreterUse {
  /** Turns said to the interpreter about the child ("ask him if"). Best is none. */
  toInterpreterAt: readonly number[]
  /** Turns with more words than are carried over. */
  tooLongAt: readonly number[]
  idiomAt: readonly number[]
  /** When the child was asked whether they are content with the interpreter. */
  checkedAt?: number
  changedAt?: number
}
