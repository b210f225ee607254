import type { Database } from '../database/openDatabase.ts'
import type { Keys } from '../keys/createKeys.ts'
import { storable } from '../storable.ts'
import { isUuid, uuidOf } from '../turnIds.ts'
import { appendAudit, type Dated } from './appendAudit.ts'
import type { AuditEntry } from './audit.ts'
import type { AuditTrail } from './auditTrail.ts'
import { createAuditReading } from './createAuditReading.ts'
import { verifyAudit } from './verifyAudit.ts'

/** The audit in this database. Its time is the server's. */
export function createAudit(
  database: Pick<Database, 'pool' | 'db'>,
  keys: Pick<Keys, 'forUse'>,
  now: () => Date = () => new Date(),
): AuditTrail {
  const append = groupCommit(async (entries: readonly Dated[]) => {
    const hasReason = entries.some(({ entry }) => entry.reason !== undefined)
    await appendAudit(database, entries, hasReason ? await keys.forUse('audit') : undefined)
  })
  return {
    write: async entry => append({ entry: kept(entry), at: now() }),
    ...createAuditReading(database, keys),
    verify: () => verifyAudit(database),
  }
}

/** Long enough for any id, code or sentence; what someone sends in place of one is cut. */
const longest = { by: 200, about: 2_000, reason: 4_000 }

/** The entry as Postgres keeps it, so that one that it would refuse keeps nobody else's out. */
function kept(entry: AuditEntry): AuditEntry {
  const { by, interview, episode, about, reason } = entry
  return storable({
    ...entry,
    by: by.slice(0, longest.by),
    interview: interview !== undefined && isUuid(interview) ? uuidOf(interview) : undefined,
    // Of an interview where it is of both: its episode follows from it.
    episode: interview === undefined && episode !== undefined && isUuid(episode) ? uuidOf(episode) : undefined,
    ...(about === undefined ? {} : { about: about.slice(0, longest.about) }),
    ...(reason === undefined ? {} : { reason: reason.slice(0, longest.reason) }),
  })
}

const atOnce = 200

interface Waiting<T> {
  entry: T
  settle: PromiseWithResolvers<void>
}

/** Whatever comes while one write is under way goes into the next, together. */
function groupCommit<T>(write: (entries: readonly T[]) => Promise<void>): (entry: T) => Promise<void> {
  const waiting: Waiting<T>[] = []
  let writing = false

  async function writeAll(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, atOnce)
      try {
        await write(batch.map(({ entry }) => entry))
        for (const { settle } of batch) settle.resolve()
      } catch (error) {
        for (const { settle } of batch) settle.reject(error)
      }
    }
    writing = false
  }

  return entry => {
    const settle = Promise.withResolvers<void>()
    waiting.push({ entry, settle })
    if (!writing) void writeAll()
    return settle.promise
  }
}
