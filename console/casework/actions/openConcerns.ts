import type { CaseFile, InterviewTimes } from '../episode/caseFile.ts'
import { concernClock } from './actions.ts'

/** A concern of a case that has not been referred yet, with its own 24 hours (TORB-043). */
export interface OpenConcern {
  /** Its place among the case's concerns, the one that was raised first being 1. */
  number: number
  raisedAt: string
  /** ISO 8601 in UTC. */
  due: string
}

/** Those of an open case, whichever of its interviews they were raised in: one that was referred does not stand for the next. */
export function openConcerns(
  { state, actions, timed }: Pick<CaseFile, 'state' | 'actions' | 'timed'>,
  interviews: readonly (InterviewTimes & { interview: string })[],
): OpenConcern[] {
  if (state !== 'open') return []
  return raisedIn(interviews).flatMap((concern, place) => {
    // Only whether it was met is looked at, which no time of day changes.
    const { met, due } = concernClock(concern, actions, timed.referred, concern.raisedAt)
    return met === undefined ? [{ number: place + 1, raisedAt: concern.raisedAt, due }] : []
  })
}

const raisedIn = (interviews: readonly (InterviewTimes & { interview: string })[]) =>
  interviews
    .flatMap(({ interview, concerns, concernIds = [] }) =>
      concerns.flatMap((raisedAt, place) => {
        const id = concernIds[place]
        return id === undefined ? [] : [{ interview, id, raisedAt }]
      }),
    )
    .toSorted((a, b) => Date.parse(a.raisedAt) - Date.parse(b.raisedAt))
