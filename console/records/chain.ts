import { hash } from 'node:crypto'
import type { RecordedEvent } from '../../dialogs/record/events.ts'

/** An event with the turn it was taken in and its hash, which is over everything before it as well. */
export interface ChainedEvent {
  event: RecordedEvent
  turn: string
  hash: Buffer
}

/** What the first event of an interview is chained to. */
export const noHash = Buffer.alloc(32)

/** The event chained to its predecessor's hash, so that no row can change or go missing unseen. */
export function chain(previous: Buffer, turn: string, event: RecordedEvent): ChainedEvent {
  const text = `${previous.toString('hex')}${canonical({ ...event, turn })}`
  return { event, turn, hash: hash('sha256', text, 'buffer') }
}

/** JSON with keys in order, so that a value read back from Postgres gives the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}
