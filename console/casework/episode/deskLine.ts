import { openActions } from '../actions/actions.ts'
import { type Clock, type ClockSettings, clocksFor } from '../clocks/clocksFor.ts'
import type { Source } from './caseEvents.ts'
import { type CaseFile, type InterviewTimes, momentsOf } from './caseFile.ts'

/** What is due of an episode, as the desk needs it: enough to say what needs whom now, by a clock that goes on by itself. */
export interface DueClock {
  id: Clock['id']
  who: Clock['who']
  /** ISO 8601 in UTC. Past it, it is late. */
  due: string
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
  /** Of those that guidance names no time for, and that are still to be done. */
  undated: number
  /** When the actions that are still to be done are due, the earliest first. Past it, one is late. */
  actionsDue: readonly string[]
  offers: number
  attempts: number
  declined: boolean
  missingAgain: boolean
  interviews: readonly string[]
}

/** The desk's line of a case. Done clocks are not on it: a late one that was met is history. */
export function deskLineOf(
  file: CaseFile,
  interviews: readonly InterviewTimes[],
  now: string,
  settings: Omit<ClockSettings, 'lateness'> = {},
): DeskLine {
  const clocks = clocksFor(momentsOf(file, interviews), now, { ...settings, lateness: file.lateness })
  const open =
    file.state === 'open' ? clocks.filter(({ met, state }) => met === undefined && state !== 'not-applicable') : []
  const due = open
    .flatMap(({ id, who, due: by }) => (by === null ? [] : [{ id, who, due: by }]))
    .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))
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
    undated: open.length - due.length,
    actionsDue: file.state === 'open' ? openActions(file.actions).flatMap(({ due: by }) => by ?? []) : [],
    offers: file.offers.length,
    attempts: file.attempts.length,
    declined: file.declines.length > 0,
    missingAgain: file.missingAgain.length > 0,
    interviews: file.interviews,
  }
}
