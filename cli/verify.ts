import { parseArgs } from 'node:util'
import { chain, noHash } from '../console/records/chain.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { createEventStore } from '../console/records/eventStore.ts'
import { openRecords } from '../console/records/openRecords.ts'
import { readConfig } from '../console/server/config.ts'
import { publishedGuides } from '../dialogs/guide/guide.ts'
import { createTranslator } from '../locales/translator.ts'
import type { Command } from './commands.ts'

/** `verify`: works every hash out anew and names the first event that was changed, or is missing. */
export const verify: Command = async (args, { print, environment }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const { dataDir, databaseUrl } = readConfig(environment)
  const translator = createTranslator()
  const records = await openRecords({
    dataDir,
    databaseUrl,
    join: true,
    guides: publishedGuides,
    translator,
    logger: silent,
  })
  try {
    const { db } = records.database
    const store = createEventStore(records.database)
    const interviews = await db
      .selectFrom('interviews')
      .select(['id', 'seq', 'head'])
      .orderBy('opened_at')
      .orderBy('id')
      .execute()
    let events = 0
    for (const { id, seq, head } of interviews) {
      const broken = firstBroken(await store.eventsAfter(id, 0), seq, head)
      if (broken !== undefined)
        throw new ExpectedError(
          `The record is not whole: event ${broken} of interview ${id} was changed or is missing.`,
        )
      events += seq
    }
    const counted = { interviews: interviews.length, events }
    print(
      values.json
        ? JSON.stringify({ ok: true, ...counted })
        : `Whole: ${counted.interviews} interviews, ${events} events.`,
    )
  } finally {
    await records.close()
  }
}

// A connection that breaks while it is asked throws: there is nothing more to tell.
const silent = { error: () => {} }

/** Number of the first event that does not follow from the ones before it. */
function firstBroken(
  events: Awaited<ReturnType<ReturnType<typeof createEventStore>['eventsAfter']>>,
  seq: number,
  head: Buffer,
): number | undefined {
  let previous: Buffer = noHash
  for (const [place, { event, turn, hash }] of events.entries()) {
    if (event.seq !== place + 1) return place + 1
    if (!chain(previous, turn, event).hash.equals(hash)) return event.seq
    previous = hash
  }
  if (events.length !== seq) return Math.min(events.length, seq) + 1
  return previous.equals(head) ? undefined : seq
}
