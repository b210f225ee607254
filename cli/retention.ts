import { parseArgs } from 'node:util'
import { unverifiedRetention } from '../console/casework/localSettings.ts'
import type { RetentionRule } from '../console/casework/retention.ts'
import { createAudit } from '../console/records/audit/createAudit.ts'
import type { Database } from '../console/records/database/openDatabase.ts'
import { openTables } from '../console/records/database/openTables.ts'
import { createKeeping, type DueEpisode, type Keeping } from '../console/records/keeping/createKeeping.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command, Surroundings } from './commands.ts'

/**
 * `retention`: lists what has been kept for as long as the rules say; `--erase` erases it, for good. For a timer: nothing
 * is erased by itself. Rules that nobody has checked erase nothing, and are named. It needs no key.
 */
export const retention: Command = async (args, { print, environment }) => {
  const options = { json: { type: 'boolean' }, erase: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const { dataDir, databaseUrl, settings } = readConfig(environment)
  const { database, close } = await openTables({ dataDir, databaseUrl, join: true })
  try {
    const keeping = keepingWithoutKeys(database, settings.retention)
    let count = 0
    for await (const episode of keeping.due()) {
      const erased = values.erase === true && (await isErased(keeping, episode))
      if (values.erase && !erased) continue
      count++
      print(values.json ? JSON.stringify({ ...episode, erased }) : lineOf(episode, erased))
    }
    if (!values.json) {
      print(values.erase ? `Erased: ${count}.` : `Due: ${count}. To erase them, for good: retention --erase.`)
      printUnchecked(unverifiedRetention(settings), print)
    }
  } finally {
    await close()
  }
}

function keepingWithoutKeys(database: Database, rules: readonly RetentionRule[]): Keeping {
  const forUse = () => Promise.reject(new Error('An erasure by rule has no reason to be sealed.'))
  return createKeeping({
    database,
    episodeKeys: {
      of: async () => undefined,
      ofEpisode: async () => undefined,
      unwrapped: forUse,
      keep: () => {},
      forget: () => {},
    },
    audit: createAudit(database, { forUse }),
    rules,
    now: () => new Date(),
    // Nothing was read here; running servers find out by themselves.
    forget: () => {},
  })
}

/** An episode's interviews and its case have one key. Not where it was held or erased meanwhile. */
const isErased = async (keeping: Keeping, due: DueEpisode): Promise<boolean> =>
  (await keeping.eraseDue(due, { by: 'system', from: 'cli' })) === 'erased'

const lineOf = ({ episode, lastDay, openedAt, rule }: DueEpisode, erased: boolean): string =>
  `${erased ? 'Erased' : 'Due'}: ${episode}, begun ${openedAt.slice(0, 10)}, kept until ${lastDay} (${rule?.source}).`

function printUnchecked(rules: readonly RetentionRule[], print: Surroundings['print']): void {
  for (const { years, after, circumstance, source } of rules) {
    const whose = circumstance ?? 'everyone'
    print(`Not checked, so it erases nothing: ${years} years after ${after}, for ${whose} (${source}).`)
  }
}
