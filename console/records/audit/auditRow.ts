import { hash } from 'node:crypto'
import { canonical } from '../chain.ts'
import type { Tables } from '../database/openDatabase.ts'

/**
 * An entry as its row holds it, `at` in UTC to the microsecond, which is all that Postgres keeps, so that no part of it can
 * change unseen. `reason` is encrypted, and hashed as it lies there: no key is needed to check it. `seen` and `head` are number
 * and hash of the newest event of the interview, or of the episode's case, at that moment: what ties its chain to this one.
 */
export type AuditRow = Omit<Tables['audit'], 'seq' | 'at' | 'hash'> & { seq: number; at: string }

/** The row's hash, over the hash of the row before it as well. */
export function auditHash(previous: Buffer, row: AuditRow): Buffer {
  // Entries that are about no case have the hash they had before there were cases.
  const { episode, ...rest } = row
  const about = episode === null ? rest : row
  const text = canonical({ ...about, reason: base64(row.reason), head: base64(row.head) })
  return hash('sha256', `${previous.toString('hex')}${text}`, 'buffer')
}

const base64 = (bytes: Buffer | null) => (bytes === null ? null : bytes.toString('base64'))

/** What a sealed reason is tied to. */
export const aboutReason = (seq: number) => `audit ${seq}`

/** A moment as a row's `at`. */
export const microseconds = (at: Date) => at.toISOString().replace('Z', '000Z')

/** SQL for a row's `at` as the hash was made over it. */
export const atInFull = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
