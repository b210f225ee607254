import { z } from 'zod'
import { Voice } from '../../../dialogs/record/events.ts'
import { SentBy } from '../sharing/sentBy.ts'

const Line = z.string().trim().min(1).max(2_000)
const Words = z.string().trim().min(1).max(20_000)
const EventId = z.uuid()

/** What police are told about (ECRC-138, WAKE-128 to 130). */
export const IntelligenceKind = z.enum(['person', 'place', 'vehicle', 'phone', 'account', 'other'])
export type IntelligenceKind = z.infer<typeof IntelligenceKind>

/** How whoever it comes from knows it: apart from who they are. No grade and no level: whoever takes it in sets those. */
export const Certainty = z.enum(['saw-or-did-it-themselves', 'heard-from-someone', 'practitioner-thinks', 'not-known'])
export type Certainty = z.infer<typeof Certainty>

/** Whether passing it on could show that it came from the young person. */
export const Reveals = z.enum(['yes', 'no', 'not-known'])
export type Reveals = z.infer<typeof Reveals>

/** What was written down for police, and that they were sent it (CBC-022 to 024, WAKE-112, WAKE-131, TORB-050). */
export const intelligenceEvents = [
  z.strictObject({
    type: z.literal('intelligence'),
    kind: IntelligenceKind,
    words: Words,
    relation: Line.optional().describe('What they are to the young person, as it was said.'),
    from: z
      .strictObject({ interview: z.uuid(), event: EventId })
      .optional()
      .describe('What it was taken from. Where police may not be told of that, they are not told of this.'),
    source: Voice.describe('Who it comes from.'),
    certainty: Certainty,
    thirdParty: z.boolean().describe('It is about someone who has not been asked.'),
    knownToChildAs: Line.optional().describe('What the young person calls them or it.'),
    handling: z.strictObject({ reveals: Reveals, careful: Words.optional().describe('What to be careful of.') }),
    replaces: EventId.optional().describe('What was written of it before, which stays in the history.'),
  }),
  z.strictObject({
    type: z.literal('intelligenceSent'),
    items: z.array(EventId).min(1).max(500),
    at: z.iso.datetime({ offset: true }),
    means: SentBy,
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the form that was sent.'),
    words: Words.optional(),
  }),
] as const
type EventBodies = z.infer<(typeof intelligenceEvents)[number]>
export type IntelligenceBody = Extract<EventBodies, { type: 'intelligence' }>
export type IntelligenceSentBody = Extract<EventBodies, { type: 'intelligenceSent' }>
