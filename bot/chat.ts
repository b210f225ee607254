import { spokenSettings } from '../console/casework/localSettings.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { openRecords } from '../console/records/openRecords.ts'
import { demoTeam } from '../console/records/seedDemo.ts'
import { readConfig } from '../console/server/config.ts'
import { createLogger } from '../console/server/logger.ts'
import { guideOfVersion, publishedGuides } from '../dialogs/guide/guide.ts'
import { defaultWordsIn } from '../locales/defaultWords.ts'
import { createLexicons } from '../locales/lexicons.ts'
import { createTranslator } from '../locales/translator.ts'
import { createTalk } from './createTalk.ts'

import { createLocalTalk } from './localTalk.ts'
import { practise } from './practise.ts'
import { talkInTerminal } from './terminal.ts'

/** NB: whoever can start this has the data folder and its keys; it is for the demo's own interviewer. */
const inTerminal = { by: 'interviewer', team: demoTeam }

/** `npm run chat`: the guided interview in a terminal, on the same records as the server; with `--practice`, an invented one. */
async function chat(signal: AbortSignal): Promise<void> {
  const { dataDir, databaseUrl, masterKeyFile, settings } = readConfig(process.env)
  const translator = createTranslator()
  // Standard output is the talk's alone.
  const logger = createLogger('info', process.stderr)
  const records = await openRecords({
    dataDir,
    databaseUrl,
    masterKeyFile,
    join: true,
    guides: publishedGuides,
    translator,
    logger,
  })
  try {
    const talk = createTalk({
      ...records,
      knows: records.episodes.knows,
      translator,
      lexicon: createLexicons(translator.languages),
      guideOf: guideOfVersion,
      settings: spokenSettings(settings, defaultWordsIn(translator)),
      now: () => new Date(),
      logger,
    })
    const terminal = {
      input: process.stdin,
      output: process.stdout,
      signal,
      ...inTerminal,
      translator,
      locale: process.env.LANG,
    }
    const ended = talkInTerminal(createLocalTalk(talk), terminal)
    await Promise.race([ended, records.died.then(sentence => Promise.reject(new ExpectedError(sentence)))])
  } finally {
    await records.close()
  }
}

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())
// Whoever reads may leave first: `npm run chat | head`.
process.stdout.on('error', () => ending.abort())

const args = process.argv.slice(2)
const talking = args.length > 0 ? practise(args, ending.signal) : chat(ending.signal)
await talking.catch((error: unknown) => {
  if (!(error instanceof ExpectedError)) throw error
  console.error(error.message)
  process.exitCode = 1
})
process.stdin.unref()
