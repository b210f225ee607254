import { z } from 'zod'
import { auditActs } from '../casework/auditActs.ts'
import type { AuditedInterview, AuditLines, AuditTrail, Seen } from '../records/audit/auditTrail.ts'

/** `GET /api/audit?<query>`: entries that fit all that is given, newest first. Answered with an `AuditResponse`. */
export const AuditQuery = z.strictObject({
  by: z.string().min(1).max(200).optional(),
  interview: z.uuid().optional(),
  act: z.enum(auditActs).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().describe('For the next page.'),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export type AuditResponse = AuditLines

/** `GET /api/audit/interviews`: the newest, or those whose number begins so. */
export const AuditInterviewsQuery = z.strictObject({
  number: z
    .string()
    .regex(/^[0-9a-f]{4}[0-9a-f-]{0,32}$/i)
    .optional(),
})

export interface AuditInterviewsResponse {
  interviews: readonly AuditedInterview[]
}

/** `GET /api/audit/interviews/<id>`: who has seen its record. */
export interface WhoHasSeenResponse {
  interview: AuditedInterview
  seen: readonly Seen[]
}

/** `POST /api/audit/verify` (no body): whether every entry is as it was written. */
export type AuditVerifiedResponse = Awaited<ReturnType<AuditTrail['verify']>>
