import { z } from 'zod'
import type { Voice } from '../../dialogs/record/events.ts'
import { SentBy } from '../casework/sharing/sentBy.ts'
import type { SharedWhy, WishAnswer, WithheldWhy } from '../casework/sharing/sharedWith.ts'

/** That someone was sent what was shown. `digest` says what that was. */
export const SendShared = z.strictObject({
  id: z.uuid(),
  deviceAt: z.iso.datetime({ offset: true }),
  language: z.string().min(2).max(20),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime({ offset: true }),
  means: SentBy,
  words: z.string().trim().min(1).max(20_000).optional(),
})
export type SendShared = z.infer<typeof SendShared>

/** One thing that was written down, and whether someone would be told of it. */
export type SharingPart = {
  /** The event it stands on. */
  id: string
  label: string
  /** Codes and words, in the order they are read. */
  said: readonly string[]
  at: string
  voice: Voice
  aboutOthers: boolean
  /** It goes against their wishes, and nobody has said why. */
  needsReason: boolean
} & ({ goes: true; why: SharedWhy } | { goes: false; why: WithheldWhy })

/** What one recipient would read, word for word, and everything else as it stands to them. */
export interface SharingResponse {
  recipient: string
  text: string
  /** SHA-256 of the text. */
  digest: string
  sendable: boolean
  /** Oldest first; about all of it where `about` is null, else about so many parts. */
  wishes: readonly { at: 'start' | 'end'; answer: WishAnswer; about: number | null; words?: string }[]
  parts: readonly SharingPart[]
}
