import { parseArgs } from 'node:util'
import { unverifiedRetention } from '../console/casework/localSettings.ts'
import { type PracticeKept, practiceKeptSince, type RetentionRule } from '../console/casework/retention.ts'
import { createAudit } from '../console/records/audit/createAudit.ts'
import type { Database } from '../console/records/database/openDatabase.ts'
import { openTables } from '../console/records/database/openTables.ts'
import { createKeeping, type DueEpisode, type Keeping } from '../console/records/keeping/createKeeping.ts'
import { createPracticeKeeping } from '../console/records/practice/createPracticeKeeping.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command, Surroundings } from './commands.ts'

/**
 * `retention`: lists what has been kept for as long as the rules say; `--erase` erases it, for good. For a timer: nothing
 * is erased by itself. Rules that nobody has checked erase nothing, and are named. It needs no key.
 */
export const retention: Command = async (args, { print, environment }) => {
  const options = { json: { type: 'boolean' }, erase: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const how = { isJson: values.json === true, erases: values.erase === true }
  const { dataDir, databaseUrl, settings } = readConfig(environment)
  const { database, close } = await openTables({ dataDir, databaseUrl, join: true })
  try {
    const count =
      (await ofEpisodes(database, settings.retention, how, print)) +
      (await ofPractice(database, settings.practiceKept, how, print))
    if (how.isJson) return
    print(how.erases ? `Erased: ${count}.` : `Due: ${count}. To erase them, for good: retention --erase.`)
    printUnchecked(unverifiedRetention(settings), print)
    printUncheckedPractice(settings.practiceKept, print)
  } finally {
    await close()
  }
}

interface How {
  isJson: boolean
  erases: boolean
}
type Print = Surroundings['print']

async function ofEpisodes(
  database: Database,
  rules: readonly RetentionRule[],
  { isJson, erases }: How,
  print: Print,
): Promise<number> {
  const keeping = keepingWithoutKeys(database, rules)
  let count = 0
  for await (const episode of keeping.due()) {
    const erased = erases && (await isErased(keeping, episode))
    if (erases && !erased) continue
    count++
    print(isJson ? JSON.stringify({ ...episode, erased }) : lineOf(episode, erased))
  }
  return count
}

/** Practice talks, and what is beside them. What nobody has checked erases nothing, and is not due. */
async function ofPractice(
  database: Database,
  kept: PracticeKept,
  { isJson, erases }: How,
  print: Print,
): Promise<number> {
  if (kept.lastChecked === null) return 0
  const keeping = createPracticeKeeping(database, createAudit(database, { forUse }))
  const since = practiceKeptSince(kept, new Date())
  let count = 0
  for (const due of await keeping.due(since)) {
    const erased = erases && (await keeping.erase(due.attempt, since))
    if (erases && !erased) continue
    count++
    const line = `${erased ? 'Erased' : 'Due'}: practice ${due.attempt}, last changed ${due.changedAt.slice(0, 10)} (${kept.source}).`
    print(isJson ? JSON.stringify({ practice: due.attempt, changedAt: due.changedAt, erased }) : line)
  }
  const beside = await keeping.dueBeside(since)
  if (beside === 0) return count
  if (erases) await keeping.eraseBeside(since)
  const line = `${erases ? 'Erased' : 'Due'}: ${beside} answers in exercises and requests for practice (${kept.source}).`
  print(isJson ? JSON.stringify({ besidePractice: beside, erased: erases }) : line)
  return count + beside
}

const forUse = () => Promise.reject(new Error('An erasure by rule has no reason to be sealed.'))

function keepingWithoutKeys(database: Database, rules: readonly RetentionRule[]): Keeping {
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

function printUnchecked(rules: readonly RetentionRule[], print: Print): void {
  for (const { years, after, circumstance, source } of rules) {
    const whose = circumstance ?? 'everyone'
    print(`Not checked, so it erases nothing: ${years} years after ${after}, for ${whose} (${source}).`)
  }
}

function printUncheckedPractice({ years, source, lastChecked }: PracticeKept, print: Print): void {
  if (lastChecked === null) print(`Not checked, so it erases nothing: ${years} years of practice (${source}).`)
}
