import { z } from 'zod'
import type { GoesWhy, HeldWhy } from '../casework/intelligence/forPolice.ts'
import type { PoliceForm } from '../casework/intelligence/policeForm.ts'
import type { Proposed } from '../casework/intelligence/proposedFrom.ts'
import { SentBy } from '../casework/sharing/sentBy.ts'

/** That police were sent the form. `digest` says which. */
export const SendPoliceForm = z.strictObject({
  id: z.uuid(),
  deviceAt: z.iso.datetime({ offset: true }),
  language: z.string().min(2).max(20),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime({ offset: true }),
  means: SentBy,
  words: z.string().trim().min(1).max(20_000).optional(),
})
export type SendPoliceForm = z.infer<typeof SendPoliceForm>

/** What could be written down for police, what of it is on the form and why, and the form as they would read it. */
export interface IntelligenceResponse {
  /** Who the form is for, by their id among those who may be told: what is decided is decided of them. */
  recipient: string
  proposed: readonly Proposed[]
  items: readonly ({ event: string } & ({ goes: true; why: GoesWhy } | { goes: false; why: HeldWhy }))[]
  form: PoliceForm
  /** SHA-256 of the form. */
  digest: string
  sendable: boolean
}
