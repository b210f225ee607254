import { z } from 'zod'

// What events of a case are made of, whichever group they are in.
export const Line = z.string().trim().min(1).max(2_000)
export const Words = z.string().trim().min(1).max(20_000)
/** With an offset, or null where it is known that nobody knows: which is not the same as not asked. */
export const At = z.iso.datetime({ offset: true })
export const EventId = z.uuid()

export const Means = z.enum([
  'phone',
  'visit',
  'text',
  'letter',
  'online',
  'through-family',
  'through-worker',
  'through-school',
])
export type Means = z.infer<typeof Means>
