import { hash } from 'node:crypto'
import type { Guide, Regime } from '../../../dialogs/guide/schema.ts'
import type { Scenario } from '../../../dialogs/practice/scenario/scenario.ts'
import type { Level } from '../../../dialogs/practice/scenario/terms.ts'
import type { EventBody, RecordedEvent } from '../../../dialogs/record/events.ts'
import type { Member } from '../../casework/needToKnow.ts'
import { preparedFor } from '../../casework/practice/preparedFor.ts'
import { eventIdOf } from '../turnIds.ts'
import type { StoredAttempt, StoredEvent, StoredTurn } from './attemptRow.ts'
import type { NewAttempt } from './practiceStore.ts'

/** An attempt that has just begun: nothing said, what is known in its place, and the guide open where the talk begins. */
export function newAttempt(
  { id, level, assignment, regime }: { id: string; level: Level; assignment: string | null; regime: Regime },
  talked: Scenario,
  { id: person, team }: Member,
  guide: Guide,
  at: Date,
): NewAttempt {
  const { id: scenario, version } = talked
  const bodies: EventBody[] = [{ type: 'opened', guide: guide.version, regime }, ...preparedFor(talked, guide)]
  const opening = bodies.map(
    (body, place): RecordedEvent => ({
      ...{ ...body, voice: 'practitioner', language: 'en' },
      ...{ id: eventIdOf(id, place), by: person, from: 'console', deviceAt: at.toISOString() },
      ...{ interview: id, seq: place + 1, at: at.toISOString() },
    }),
  )
  return {
    attempt: {
      ...{ id, person, team, scenario, version, level, assignment },
      ...{ seed: seedOf(id), began_at: at, ended: null, ended_at: null, turns: 0, events: opening.length },
      ...{ retry_of: null, retry_from: null },
    },
    turns: [],
    events: opening.map(event => ({ turn: id, event })),
  }
}

/**
 * Another attempt that has the turns before `from` of an earlier one, and what was done in the guide until then, as they were and
 * under their ids: what one refers to is there. The seed is the earlier one's, so that the same words bring the same answers.
 */
export function attemptAgain(
  id: string,
  { attempt, turns, events }: { attempt: StoredAttempt; turns: readonly StoredTurn[]; events: readonly StoredEvent[] },
  from: number,
  { team }: Member,
  at: Date,
): NewAttempt {
  const until = turns[from - 1]?.turn.at ?? at.toISOString()
  const before = turns.slice(0, from - 1)
  const [opening] = events
  const done = events.filter(({ turn, event }) => turn === opening?.turn || event.at < until)
  return {
    attempt: {
      ...attempt,
      ...{ id, team, began_at: at, ended: null, ended_at: null, retry_of: attempt.id, retry_from: from },
      ...{ turns: before.length, events: done.length },
    },
    turns: before,
    events: done.map(({ turn, event }) => ({ turn, event: { ...event, interview: id } })),
  }
}

/** A whole number that follows from the attempt's id, so that it is drawn once and can be drawn again. */
export const seedOf = (attempt: string): number => Number.parseInt(hash('sha256', attempt).slice(0, 8), 16) >>> 1
