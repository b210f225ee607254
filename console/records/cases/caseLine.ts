import type { KeyObject } from 'node:crypto'
import type { DeskLine } from '../../casework/episode/deskLine.ts'
import { open, seal } from '../keys/seal.ts'
import type { LineToWrite } from './caseStore.ts'
import type { CaseState } from './cases.ts'

/** What an interview added when the line was made, and the number of its newest event then. */
export type KeptTimes = CaseState['interviews'][number] & { seq: number }

/** A line as it is read, with the wrapped key of its name. `line` holds codes, times and numbers alone. */
export interface CaseLineRow {
  episode: string
  seq: number
  head: Buffer
  refreshed: number
  opened_at: Date
  known_as: Buffer | null
  state: string
  undated: number
  line: Pick<DeskLine, 'source' | 'lookedAfter' | 'due' | 'offers' | 'attempts' | 'declined' | 'missingAgain'> & {
    /** Lines that were made before it was told have none. */
    stillMissing?: boolean
    /** How the clocks were read when it was made (`madeBy`). */
    made?: string
    times: readonly KeptTimes[]
    /** Lines that were made before there were actions have none. */
    actionsDue?: DeskLine['actionsDue']
    /** Nor, before there were reviews, these. */
    toReview?: boolean
    sentBack?: number
  }
  interviews: string[]
  /** Empty where nobody is allocated: no person has such an id. */
  worker: string
  wrapped: Buffer | null
  master: string | null
}

/** Those that are made from the case's events. */
export const lineColumns = [
  ['episode', 'uuid'],
  ['seq', 'int'],
  ['head', 'bytea'],
  ['known_as', 'bytea'],
  ['state', 'text'],
  ['next_due', 'timestamptz'],
  ['undated', 'int'],
  ['remind_at', 'timestamptz'],
  ['line', 'jsonb'],
  ['interviews', 'uuid[]'],
] as const satisfies readonly (readonly [string, string])[]

export function lineValues({ line, head, knownAs, remindAt, times, made }: LineToWrite): unknown[] {
  const { episode, seq, state, due, undated, interviews } = line
  const { source, lookedAfter, offers, attempts, declined, missingAgain, stillMissing, actionsDue } = line
  const { toReview, sentBack } = line
  const codes = {
    ...{ source, lookedAfter, due, actionsDue, offers, attempts, declined, missingAgain, stillMissing },
    ...{ toReview, sentBack, times, made },
  }
  return [episode, seq, head, knownAs, state, due[0]?.due ?? null, undated, remindAt, JSON.stringify(codes), interviews]
}

export function deskLineIn(row: CaseLineRow, key: KeyObject): DeskLine {
  const { source, lookedAfter, due, actionsDue = [], offers, attempts, declined, missingAgain } = row.line
  const { stillMissing = false, toReview = false, sentBack = 0 } = row.line
  return {
    episode: row.episode,
    seq: row.seq,
    calledAs: openedCaseName(key, row.episode, row.known_as),
    source,
    openedAt: row.opened_at.toISOString(),
    state: row.state === 'open' ? 'open' : 'closed',
    worker: row.worker === '' ? null : row.worker,
    lookedAfter,
    due,
    undated: row.undated,
    actionsDue,
    offers,
    attempts,
    declined,
    missingAgain,
    stillMissing,
    toReview,
    sentBack,
    interviews: row.interviews,
  }
}

/** What the young person is called, as the case's line keeps it. */
export const sealedCaseName = (key: KeyObject, episode: string, name: string | null): Buffer | null =>
  name === null ? null : seal(key, name, aboutName(episode))

const openedCaseName = (key: KeyObject, episode: string, sealed: Buffer | null): string | null =>
  sealed === null ? null : open(key, sealed, aboutName(episode)).toString()

const aboutName = (episode: string) => `name in the case of ${episode}`
