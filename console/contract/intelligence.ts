import type { GoesWhy, HeldWhy } from '../casework/intelligence/forPolice.ts'
import type { PoliceForm } from '../casework/intelligence/policeForm.ts'
import type { Proposed } from '../casework/intelligence/proposedFrom.ts'

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
