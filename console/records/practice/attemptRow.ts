import type { KeyObject } from 'node:crypto'
import { Level } from '../../../dialogs/practice/scenario/terms.ts'
import type { PracticeTurn } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import { type AttemptEnd, type AttemptLine, attemptEnds, type KeptTurn } from '../../casework/practice/attempts.ts'
import { open, seal } from '../keys/seal.ts'
import type { PracticeTables } from './PracticeTables.ts'

type Row = PracticeTables['practice_attempts']

/** An attempt as it is kept, without what was said in it. */
export interface StoredAttempt extends Omit<Row, 'level' | 'ended'> {
  level: Level
  ended: AttemptEnd | null
}

/** A turn with the id it was said under. */
export interface StoredTurn {
  id: string
  turn: KeptTurn
}

/** An event of the guide with the id of what was done. */
export interface StoredEvent {
  turn: string
  event: RecordedEvent
}

/** Throws where a newer program wrote it. */
export const attemptOf = (row: Row): StoredAttempt => ({
  ...row,
  level: Level.parse(row.level),
  ended: attemptEnds.find(each => each === row.ended) ?? null,
})

export function lineOf(attempt: StoredAttempt): AttemptLine {
  const { id, person, scenario, version, level, began_at, ended, ended_at, turns, assignment } = attempt
  return {
    ...{ id, person, scenario, version, level, turns },
    beganAt: began_at.toISOString(),
    ...(ended === null || ended_at === null ? {} : { ended, endedAt: ended_at.toISOString() }),
    ...(assignment === null ? {} : { assignment }),
    ...(attempt.retry_of === null || attempt.retry_from === null
      ? {}
      : { retryOf: { attempt: attempt.retry_of, from: attempt.retry_from } }),
  }
}

export const turnRow = (key: KeyObject, attempt: string, { id, turn }: StoredTurn) => {
  const { at, ...body } = turn
  const sealed = seal(key, JSON.stringify(body), aboutTurn(attempt, turn.number))
  return { attempt, number: turn.number, id, at: new Date(at), sealed }
}

export function turnOf(key: KeyObject, row: PracticeTables['practice_turns']): StoredTurn {
  const body: PracticeTurn = JSON.parse(open(key, row.sealed, aboutTurn(row.attempt, row.number)).toString())
  return { id: row.id, turn: { ...body, at: row.at.toISOString() } }
}

export const eventRow = (key: KeyObject, { turn, event }: StoredEvent) => {
  const { interview: attempt, seq, at } = event
  return { attempt, seq, turn, at: new Date(at), sealed: seal(key, JSON.stringify(event), aboutEvent(attempt, seq)) }
}

export function eventOf(key: KeyObject, row: PracticeTables['practice_events']): StoredEvent {
  const event: RecordedEvent = JSON.parse(open(key, row.sealed, aboutEvent(row.attempt, row.seq)).toString())
  return { turn: row.turn, event }
}

const aboutTurn = (attempt: string, number: number) => `practice turn ${attempt} ${number}`
const aboutEvent = (attempt: string, seq: number) => `practice event ${attempt} ${seq}`
