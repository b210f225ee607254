import type { KeyObject } from 'node:crypto'
import { CaseEventBody, type RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import { type ChainedEvent, chainedHash } from '../chain.ts'
import type { Tables } from '../database/openDatabase.ts'
import { openedSecret, sealedParts } from '../sealedBody.ts'

/** An event of a case, chained as an interview's is; its turn is the writing it was part of. */
export type ChainedCaseEvent = ChainedEvent<RecordedCaseEvent>

/**
 * Codes, times, numbers and ids: what may lie in the clear. Anything else is words, a name or a reference of whoever it is, and is
 * sealed; also what is added to the events one day and is forgotten here.
 */
export const caseCodes: readonly string[] = [
  'type',
  'source',
  'reportedByFamily',
  'moment',
  'at',
  'facts',
  'worker',
  'means',
  'to',
  'outcome',
  'by',
  'answer',
  'reason',
  'interview',
  'deadline',
  'because',
  'event',
  'kind',
  'owner',
  'due',
  'concern',
  'action',
  'childTold',
  'way',
  'episode',
]

/** The event as it will be kept, after what has this hash. */
export function chainedCaseEvent(
  key: KeyObject,
  turn: string,
  previous: Buffer,
  event: RecordedCaseEvent,
): ChainedCaseEvent {
  const { id, episode, seq, by, from, deviceAt, recordedAt: at, body } = event
  const parts = Object.entries(body)
  const kept = sealedParts(key, id, {
    clear: Object.fromEntries(parts.filter(([name]) => caseCodes.includes(name))),
    secret: Object.fromEntries(parts.filter(([name, value]) => !caseCodes.includes(name) && value !== undefined)),
  })
  const row = { episode, seq, id, turn, body: kept.clear, sealed: kept.sealed, by, from, deviceAt, at }
  return { event, turn, body: kept, hash: chainedHash(previous, row) }
}

/** The event a row holds, opened. Throws, naming it by number only, where the row is not one that this program can read. */
export function caseEventOf(key: KeyObject, row: Tables['case_events']): ChainedCaseEvent {
  const clear = row.body as Readonly<Record<string, unknown>>
  const body = { ...clear, ...(row.sealed === null ? {} : openedSecret(key, row.id, row.sealed)) }
  const { from } = row
  if (!isBody(body) || !isOrigin(from)) {
    throw new Error(
      `Event ${row.seq} of the case of episode ${row.episode} cannot be read: run the newest Return Talk.`,
    )
  }
  const event: RecordedCaseEvent = {
    id: row.id,
    episode: row.episode,
    seq: row.seq,
    by: row.by,
    from,
    deviceAt: row.device_at,
    recordedAt: row.at.toISOString(),
    body,
  }
  return { event, turn: row.turn, body: { clear, sealed: row.sealed }, hash: row.hash }
}

/** The body stays as stored, and is not taken as parsed: reading must never trim or change what was said. */
const isBody = (body: unknown): body is CaseEventBody => CaseEventBody.safeParse(body).success

const isOrigin = (from: string): from is RecordedCaseEvent['from'] => ['console', 'bot', 'system'].includes(from)
