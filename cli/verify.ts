import { parseArgs } from 'node:util'
import { type AuditVerified, verifyAudit } from '../console/records/audit/verifyAudit.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import type { Database } from '../console/records/database/openDatabase.ts'
import { openTables } from '../console/records/database/openTables.ts'
import { verifyCaseChains, verifyChains } from '../console/records/verifyChains.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command } from './commands.ts'

/**
 * `verify`: works every hash out anew and names the first event, and the first entry of the audit, that was changed or is
 * missing. It needs no key.
 */
export const verify: Command = async (args, { print, environment }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const { dataDir, databaseUrl } = readConfig(environment)
  const { database, close } = await openTables({ dataDir, databaseUrl, join: true })
  try {
    const records = await verifiedRecords(database)
    const audit = await verifyAudit(database)
    const faults = [...records.faults, ...faultsOf(audit)]
    if (values.json) {
      const { faults: _, ...counted } = records
      if (records.faults.length === 0) print(JSON.stringify({ ok: true, ...counted }))
      print(JSON.stringify({ audit: true, ...audit }))
    }
    if (faults.length > 0) throw new ExpectedError(faults.join('\n'))
    if (!values.json) {
      print(`Whole: ${records.interviews} interviews, ${records.events} events.`)
      print(`Whole: ${records.cases} cases, ${records.caseEvents} events.`)
      print(`Whole: the audit, ${audit.ok ? audit.entries : 0} entries.`)
    }
  } finally {
    await close()
  }
}

/** Up to the first that is not whole. */
export async function verifiedRecords(database: Database) {
  const records = { interviews: 0, events: 0, cases: 0, caseEvents: 0, faults: [] as readonly string[] }
  for await (const verified of verifyChains(database)) {
    if (!verified.ok) {
      const { brokenAt, interview } = verified
      const fault = `The record is not whole: event ${brokenAt} of interview ${interview} was changed or is missing.`
      return { ...records, faults: [fault] }
    }
    records.interviews += 1
    records.events += verified.events
  }
  for await (const verified of verifyCaseChains(database)) {
    if (!verified.ok) {
      const { brokenAt, episode } = verified
      const fault = `The record is not whole: event ${brokenAt} of the case of episode ${episode} was changed or is missing.`
      return { ...records, faults: [fault] }
    }
    records.cases += 1
    records.caseEvents += verified.events
  }
  return records
}

export function faultsOf(audit: AuditVerified): string[] {
  if (audit.ok) return []
  const { brokenAt } = audit
  return audit.why === 'entry'
    ? [`The audit is not whole: entry ${brokenAt} was changed, taken out or put in.`]
    : [
        `${'episode' in audit ? `The case of episode ${audit.episode}` : `Interview ${audit.interview}`} is not what it was when entry ${brokenAt} of the audit was written.`,
      ]
}
