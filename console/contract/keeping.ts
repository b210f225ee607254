import { z } from 'zod'
import type { Standing } from '../casework/retention.ts'
import type { Reviewed } from '../casework/subjectAccess/exportLine.ts'
import type { FinishedExport, SubjectAccess } from '../casework/subjectAccess/subjectAccess.ts'

/** `GET /api/interviews/<id>/keeping`, and the answer to holding and releasing (`POST` and `DELETE .../hold`). */
export type KeepingResponse = Standing

const Why = z.string().trim().min(10).max(2_000)

export const HoldEpisode = z.strictObject({ reason: Why.describe('Kept encrypted, and goes when the episode does.') })
export type HoldEpisode = z.infer<typeof HoldEpisode>

/** `POST /api/interviews/<id>/erase`: for good. */
export const EraseEpisode = z.strictObject({
  number: z.string().trim().length(8).describe("The first 8 characters of the interview's id, typed by a person."),
  reason: Why.describe('Stays in the audit: it must name nobody.'),
})
export type EraseEpisode = z.infer<typeof EraseEpisode>

/** `GET /api/interviews/<id>/export`, and the answer to `POST .../export/passages` (an `ExportChange`). */
export interface ExportResponse {
  draft: SubjectAccess<Reviewed>
  /** Of what would be handed out: to be sent back when it is finished. */
  digest: string
  finished: readonly FinishedExport[]
}

/** `POST /api/interviews/<id>/export`: a person has read all of it. Answered with a `FinishedExport`. */
export const FinishExport = z.strictObject({
  digest: z.string().length(64).describe('Of what was read. Where it has become another, it has to be read again.'),
  read: z.literal(true),
})
export type FinishExport = z.infer<typeof FinishExport>

/** `GET /api/interviews/<id>/exports/<export>`: what is handed out. */
export type HandedOutResponse = SubjectAccess & { preparedAt: string }
