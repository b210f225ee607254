import { hash } from 'node:crypto'
import type { RecordedEvent } from '../../dialogs/record/events.ts'
import type { Tables } from './database/openDatabase.ts'
import type { SealedBody } from './sealedBody.ts'

/** An event with the turn it was taken in, its body as it is kept, and its hash, which is over everything before it as well. */
export interface ChainedEvent<Recorded = RecordedEvent> {
  event: Recorded
  turn: string
  body: SealedBody
  hash: Buffer
}

/** Where events are kept: those of interviews, and those of cases. Both are chained in the same way. */
export type EventTable = 'events' | 'case_events'

/** What the first event of an interview or a case is chained to. */
export const noHash = Buffer.alloc(32)

/** What an event's hash is made over: all of its row, what is sealed as it lies there, so that no key is needed to check it. */
export type ChainedRow<Table extends EventTable = 'events'> = Omit<Tables[Table], 'device_at' | 'at' | 'hash'> & {
  deviceAt: string
  at: string
}

/** The row's hash, chained to its predecessor's, so that no row can change or go missing unseen. */
export function chainedHash(previous: Buffer, { sealed, ...row }: ChainedRow | ChainedRow<'case_events'>): Buffer {
  const text = canonical({ ...row, sealed: sealed === null ? null : sealed.toString('base64') })
  return hash('sha256', `${previous.toString('hex')}${text}`, 'buffer')
}

/** JSON with keys in order, so that a value read back from Postgres gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}
