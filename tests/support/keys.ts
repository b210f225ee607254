import { createSecretKey } from 'node:crypto'
import type { AuditTrail } from '../../console/records/audit/auditTrail.ts'
import { createAudit } from '../../console/records/audit/createAudit.ts'
import type { Database } from '../../console/records/database/openDatabase.ts'
import { createEpisodeKeys, type EpisodeKeys } from '../../console/records/episodeKeys.ts'
import { createKeys, type Keys } from '../../console/records/keys/createKeys.ts'
import type { MasterKeys } from '../../console/records/keys/masterKeys.ts'

const master = { name: 'example', key: createSecretKey(Buffer.alloc(32, 1)) }

/** One master key that is in no file, the same for every test. */
const masters: MasterKeys = {
  newest: async () => master,
  named: async () => master,
  all: async () => [master],
  add: () => Promise.reject(new Error('Rotation has tests of its own, with a file.')),
  keepOnly: async () => {},
}

/** The keys and the audit of one process on this database. */
export function keysOf(database: Database): { keys: Keys; episodeKeys: EpisodeKeys; audit: AuditTrail } {
  const keys = createKeys(masters, database)
  return { keys, episodeKeys: createEpisodeKeys(database, keys), audit: createAudit(database, keys) }
}
