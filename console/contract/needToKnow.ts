import { z } from 'zod'
import type { Circle, Notice } from '../casework/needToKnow.ts'
import { Person } from './people.ts'

const reason = z.string().trim().min(10).max(2_000).describe('Why it is needed now. A manager of the team reads it.')

export const BreakGlass = z.strictObject({ interview: z.uuid(), reason })
export type BreakGlass = z.infer<typeof BreakGlass>

/** The same for the case of an episode, which may have no interview yet. */
export const BreakGlassOfCase = z.strictObject({ episode: z.uuid(), reason })
export type BreakGlassOfCase = z.infer<typeof BreakGlassOfCase>

/** `GET /api/interviews/<id>/circle`: who needs to know of it. */
export type CircleResponse = Circle

/** `PATCH` of the same: what is left out stays as it is. Answered with the circle. */
export const ChangeCircle = z.strictObject({
  worker: Person.shape.id.optional(),
  reviewers: z.array(Person.shape.id).max(20).optional(),
  restricted: z.boolean().optional(),
})
export type ChangeCircle = z.infer<typeof ChangeCircle>

/** `GET /api/notices`: those of one's team who broke the glass, and why. `POST /api/notices/<id>/seen` is answered so too. */
export interface NoticesResponse {
  notices: readonly Notice[]
}
