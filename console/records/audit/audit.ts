import type { AuditAct, AuditOrigin } from '../../casework/auditActs.ts'

export type { AuditAct } from '../../casework/auditActs.ts'

export interface AuditEntry {
  /** The person's id; a channel identity or `system` where there is no person. */
  by: string
  act: AuditAct
  /** The interview it was done to, where there is one. What is no UUID is no interview, and is left out. */
  interview?: string | undefined
  /** Instead of it, the episode whose case it was done to. */
  episode?: string | undefined
  /** Person, session, route or setting it was about: an id or a code, never a name and never what was said. */
  about?: string
  /** Free words, such as why the glass was broken: kept encrypted. */
  reason?: string
  from: AuditOrigin
}

/** Every read, refusal, sign-in and export, appended and never changed, each chained by hash to the one before. */
export interface Audit {
  /**
   * Settles when it is kept: what is audited is done after that, and not done where this throws. `interview-begun` and
   * `case-begun` alone are written after what they are about. Several at once are kept in one commit.
   * NB: never within a transaction: it takes a connection of its own, and waits for other processes.
   */
  write(entry: AuditEntry): Promise<void>
}
