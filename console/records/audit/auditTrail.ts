import type { AuditAct, AuditOrigin } from '../../casework/auditActs.ts'
import type { Audit } from './audit.ts'
import type { AuditVerified } from './verifyAudit.ts'

/** An entry as the auditor reads it. */
export interface AuditLine {
  /** Its number: the first is 1, and none is left out. */
  seq: number
  at: string
  by: string
  act: AuditAct
  interview: string | null
  /** Of the case it is about, where it is about one. */
  episode: string | null
  about: string | null
  from: AuditOrigin
  /** Why it was done, in their words; `unreadable` where it was changed or its key is gone. */
  reason: string | null | { unreadable: true }
}

/** Which entries: all that are given must hold. */
export interface AuditFilter {
  by?: string | undefined
  interview?: string | undefined
  act?: AuditAct | undefined
  /** Not before this moment, ISO 8601. */
  since?: string | undefined
  /** Older than the entry of this number: the next page. */
  before?: number | undefined
}

export interface AuditLines {
  lines: readonly AuditLine[]
  /** Whether there are older ones. */
  more: boolean
}

/** An interview, named by nothing that is about the child. */
export interface AuditedInterview {
  id: string
  begunAt: string
  begunBy: string
  team: string
}

/** What one person did with one record, all times taken together. */
export interface Seen {
  by: string
  /** The role their account now has; null where there is no such account. */
  role: string | null
  /** `wrote` for events of the record. */
  act: AuditAct | 'wrote'
  times: number
  first: string
  last: string
}

/** The audit, with what the auditor asks of it. */
export interface AuditTrail extends Audit {
  /** Newest first. */
  lines(filter: AuditFilter, limit: number): Promise<AuditLines>
  /** Everybody who did anything with this record, newest first; undefined where there is no such interview. */
  whoHasSeen(interview: string): Promise<{ interview: AuditedInterview; seen: readonly Seen[] } | undefined>
  /** The newest interviews, or those whose number begins with these hexadecimal digits. */
  interviews(number?: string): Promise<readonly AuditedInterview[]>
  verify(): Promise<AuditVerified>
}
