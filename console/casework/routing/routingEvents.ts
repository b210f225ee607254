import { z } from 'zod'
import { routes } from '../episode/scopeSettings.ts'

const Line = z.string().trim().min(1).max(2_000)
const Words = z.string().trim().min(1).max(20_000)
const At = z.iso.datetime({ offset: true })

/** How a talk comes about with a child who is placed away from the authority that has to offer it (ECRC-054 to 056). */
export const routingEvents = [
  z.strictObject({
    type: z.literal('routed'),
    way: z.enum(routes),
    at: At.describe('When it was asked for or arranged.'),
    service: Line.optional().describe('The service or authority that was asked, by name.'),
    words: Words.optional(),
  }),
  z.strictObject({
    type: z.literal('authorityTold'),
    at: At,
    authority: Line.describe('Who was told that a talk is theirs to offer: the placing authority, or another.'),
    words: Words.optional(),
  }),
] as const
