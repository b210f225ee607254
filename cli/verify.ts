import { parseArgs } from 'node:util'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { openRecords } from '../console/records/openRecords.ts'
import { verifyChains } from '../console/records/verifyChains.ts'
import { readConfig } from '../console/server/config.ts'
import { publishedGuides } from '../dialogs/guide/guide.ts'
import { createTranslator } from '../locales/translator.ts'
import type { Command } from './commands.ts'

/** `verify`: works every hash out anew and names the first event that was changed, or is missing. */
export const verify: Command = async (args, { print, environment }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const { dataDir, databaseUrl } = readConfig(environment)
  const translator = createTranslator()
  const guides = publishedGuides
  const records = await openRecords({ dataDir, databaseUrl, join: true, guides, translator, logger: silent })
  try {
    let interviews = 0
    let events = 0
    for await (const verified of verifyChains(records.database)) {
      if (!verified.ok) {
        const { brokenAt, interview } = verified
        throw new ExpectedError(
          `The record is not whole: event ${brokenAt} of interview ${interview} was changed or is missing.`,
        )
      }
      interviews += 1
      events += verified.events
    }
    const json = JSON.stringify({ ok: true, interviews, events })
    print(values.json ? json : `Whole: ${interviews} interviews, ${events} events.`)
  } finally {
    await records.close()
  }
}

// A connection that breaks while it is asked throws: there is nothing more to tell.
const silent = { error: () => {} }
