import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { open, seal } from '../../../records/keys/seal.ts'

const SsoFlow = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Whether the provider has to have asked who is there since. */
  fresh: z.boolean(),
  /** Where they want to be once they are signed in. */
  to: z.string(),
  /** When they were sent, in milliseconds. */
  at: z.number(),
})
/** What is known of someone who was sent to the provider: kept in their own browser, sealed, until they are back. */
export type SsoFlow = z.infer<typeof SsoFlow>

export const flowMinutes = 10

const about = 'someone sent to sign in elsewhere'

export const sealedFlow = (key: KeyObject, flow: SsoFlow): string =>
  seal(key, JSON.stringify(flow), about).toString('base64url')

/** Undefined where there is none, it was changed, or it is too old. */
export function openedFlow(key: KeyObject, sealed: string | undefined, now: Date): SsoFlow | undefined {
  if (!sealed || sealed.length > 4_000) return undefined
  try {
    const flow = SsoFlow.parse(JSON.parse(open(key, Buffer.from(sealed, 'base64url'), about).toString()))
    const age = now.getTime() - flow.at
    return age >= 0 && age < flowMinutes * 60_000 ? flow : undefined
  } catch {
    return undefined
  }
}
