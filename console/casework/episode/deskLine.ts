import { openActions } from '../actions/actions.ts'
import { openConcerns } from '../actions/openConcerns.ts'
import { type Clock, type ClockSettings, clocksFor } from '../clocks/clocksFor.ts'
import { isReviewedByCoordinator, openSentBack } from '../review/reviewFile.ts'
import type { Source } from './caseEvents.ts'
import { type CaseFile, type InterviewTimes, isStillMissing, momentsOf } from './caseFile.ts'

/** What is due of an episode, as the desk needs it: enough to say what needs whom now, by a clock that goes on by itself. */
export interface DueClock {
  id: Clock['id']
  who: Clock['who']
  /** ISO 8601 in UTC. Past it, it is late. */
  due: string
  /** Where it is one concern's: which of the case's, from 1. */
  concern?: number
}

/** One line of the desk. */
export interface DeskLine {
  episode: string
  /** Number of the newest event it was made from. */
  seq: number
  calledAs: string | null
  source: Source
  openedAt: string
  state: CaseFile['state']
  worker: string | null
  lookedAfter: boolean
  /** Open clocks with a time, the earliest first. */
  due: readonly DueClock[]
  /** Of those that guidance names no time for, and that are still to be done; following one who is still missing is one. */
  undated: number
  /** When the actions that are still to be done are due, the earliest first. Past it, one is late. */
  actionsDue: readonly string[]
  offers: number
  attempts: number
  declined: boolean
  missingAgain: boolean
  /** Nobody has told yet that they were found. */
  stillMissing: boolean
  /** The talk was held, and the coordinator has not looked at it yet. */
  toReview: boolean
  /** How much was sent back to whoever it is with and has no answer yet. */
  sentBack: number
  interviews: readonly string[]
}

/** The desk's line of a case. Done clocks are not on it: a late one that was met is history. */
export function deskLineOf(
  file: CaseFile,
  interviews: readonly (InterviewTimes & { interview: string })[],
  now: string,
  settings: Omit<ClockSettings, 'lateness'> = {},
): DeskLine {
  const clocks = clocksFor(momentsOf(file, interviews), now, { ...settings, lateness: file.lateness })
  const open =
    file.state === 'open' ? clocks.filter(({ met, state }) => met === undefined && state !== 'not-applicable') : []
  const concerns = openConcerns(file, interviews)
  const isOneOf = ({ id, since }: Clock) =>
    id === concernDeadline && concerns.some(({ raisedAt }) => raisedAt === since)
  const dated = open
    .filter(clock => !isOneOf(clock))
    .flatMap(({ id, who, due: by }) => (by === null ? [] : [{ id, who, due: by }]))
  const ofConcerns = concerns.map(({ number, due: by }) => ({
    id: concernDeadline,
    who: 'provider' as const,
    due: by,
    concern: number,
  }))
  const stillMissing = isStillMissing(file)
  const undated = open.filter(({ due: by }) => by === null).length
  const due = [...dated, ...ofConcerns].toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))
  return {
    episode: file.episode,
    seq: file.seq,
    calledAs: file.calledAs ?? null,
    source: file.source,
    openedAt: file.openedAt,
    state: file.state,
    worker: file.worker,
    lookedAfter: file.facts.lookedAfter === true,
    due,
    undated: undated + (stillMissing ? 1 : 0),
    actionsDue: file.state === 'open' ? openActions(file.actions).flatMap(({ due: by }) => by ?? []) : [],
    offers: file.offers.length,
    attempts: file.attempts.length,
    declined: file.declines.length > 0,
    missingAgain: file.missingAgain.length > 0,
    stillMissing,
    toReview: file.state === 'open' && interviews.some(({ held }) => held !== null) && !isReviewedByCoordinator(file),
    sentBack: file.state === 'open' ? openSentBack(file).length : 0,
    interviews: file.interviews,
  }
}

/** A concern is referred within 24 hours (TORB-043). On the desk each has its own. */
const concernDeadline = 'DL-10'
