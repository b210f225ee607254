import type { KeyObject } from 'node:crypto'
import type { EventBody } from '../../dialogs/record/events.ts'
import { open, seal } from './keys/seal.ts'

/** What happened as the database keeps it: codes in the clear, for counting; words and what identifies someone sealed. */
export interface SealedBody {
  clear: Readonly<Record<string, unknown>>
  sealed: Buffer | null
}

/** Words, of whoever they are. */
const wordy = new Set(['words', 'original', 'detail', 'because'])

/** Answers that are a code or a number. Any other holds names, places, dates or words. */
const coded = new Set(['choice', 'choices', 'scale', 'plain'])

/** The body with its words sealed, tied to the event they belong to. */
export function sealedBody(key: KeyObject, event: string, body: EventBody): SealedBody {
  return sealedParts(key, event, parted(body))
}

/** The body as it was. Throws where what is sealed was changed, or belongs to another event or key. */
export function openedBody(key: KeyObject, event: string, { clear, sealed }: SealedBody): unknown {
  if (sealed === null) return clear
  const secret = openedSecret(key, event, sealed)
  const answer = 'answer' in clear ? { answer: { ...(clear.answer as object), ...(secret.answer as object) } } : {}
  return { ...clear, ...secret, ...answer }
}

/** What may lie in the clear, and what may not. */
export interface Parts {
  clear: Readonly<Record<string, unknown>>
  secret: Readonly<Record<string, unknown>>
}

/** The parts as they are kept, what is secret tied to the event it belongs to. */
export function sealedParts(key: KeyObject, event: string, { clear, secret }: Parts): SealedBody {
  const isEmpty = Object.keys(secret).length === 0
  return { clear, sealed: isEmpty ? null : seal(key, JSON.stringify(secret), aboutEvent(event)) }
}

/** What was secret. Throws where it was changed, or belongs to another event or key. */
export const openedSecret = (key: KeyObject, event: string, sealed: Buffer): Record<string, unknown> =>
  JSON.parse(open(key, sealed, aboutEvent(event)).toString())

const aboutEvent = (event: string) => `event ${event}`

function parted(body: EventBody): Parts {
  const clear: Record<string, unknown> = {}
  const secret: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name === 'answer') partAnswer(value as Record<string, unknown>, clear, secret)
    else (wordy.has(name) ? secret : clear)[name] = value
  }
  return { clear, secret }
}

function partAnswer(
  answer: Record<string, unknown>,
  clear: Record<string, unknown>,
  secret: Record<string, unknown>,
): void {
  const { kind, detail, ...rest } = answer
  clear.answer = coded.has(String(kind)) ? { kind, ...rest } : { kind }
  const words = { ...(coded.has(String(kind)) ? {} : rest), ...(detail === undefined ? {} : { detail }) }
  if (Object.keys(words).length > 0) secret.answer = words
}
