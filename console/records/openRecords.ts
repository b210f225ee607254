import { setTimeout } from 'node:timers/promises'
import type { Guide } from '../../dialogs/guide/schema.ts'
import type { PracticeTalks } from '../../locales/practiceTalks.ts'
import { readShipped } from '../../locales/shippedWords.ts'
import type { Translator } from '../../locales/translator.ts'
import type { ChannelReminders } from '../casework/channelReminders.ts'
import { defaultSettings } from '../casework/localSettings.ts'
import { defaultRetention, type RetentionRule } from '../casework/retention.ts'
import type { AuditTrail } from './audit/auditTrail.ts'
import { createAudit } from './audit/createAudit.ts'
import type { Cases } from './cases/cases.ts'
import type { CaseClocks } from './cases/createCaseStates.ts'
import { createCases } from './cases/createCases.ts'
import { createChannelReminders } from './cases/createChannelReminders.ts'
import { createReminders, type Reminders } from './cases/createReminders.ts'
import { codeOf } from './codeOf.ts'
import { type Conversations, createConversations } from './createConversations.ts'
import { createEpisodes, type Episodes } from './createEpisodes.ts'
import { createInterviews } from './createInterviews.ts'
import { ExpectedError } from './database/ExpectedError.ts'
import { type Database, openDatabase } from './database/openDatabase.ts'
import { type OpenedPostgres, openPostgres, type PostgresOptions } from './database/openPostgres.ts'
import { createEpisodeKeys } from './episodeKeys.ts'
import type { Interviews } from './interviews.ts'
import { createExports, type Exports } from './keeping/createExports.ts'
import { createKeeping, type Keeping } from './keeping/createKeeping.ts'
import { followErasures } from './keeping/followErasures.ts'
import { createKeys, type Keys } from './keys/createKeys.ts'
import { masterKeyPlace, openMasterKeys } from './keys/masterKeys.ts'
import { labelsIn } from './labelsIn.ts'
import { createInterpreters, type Interpreters } from './people/createInterpreters.ts'
import { createPracticeRoom, type PracticeRoom } from './practice/createPracticeRoom.ts'
import { createWordReviews, type WordReviews } from './words/createWordReviews.ts'

export interface RecordsOptions extends PostgresOptions {
  /** Every published guide, the newest last. */
  guides: readonly Guide[]
  translator: Translator
  /** What the practice room is made of; without it nothing can be begun there. */
  practice?: PracticeTalks
  /** File of the master keys; without one they are made beside the data, which is for trying out. */
  masterKeyFile?: string | undefined
  /** For how long records are kept. */
  retention?: readonly RetentionRule[]
  /** How many hours before a clock runs out someone is reminded. */
  remindBefore?: number
  /** Whether the bot tells workers on their channels what is due. */
  remindByChannel?: boolean
  /** How the clocks of cases are read. */
  clocks?: CaseClocks
  logger: { error(fields: Readonly<Record<string, string>>, code: string): void }
}

/** The store, open: what the server and every command work with. */
export interface Records {
  interviews: Interviews
  cases: Cases
  practice: PracticeRoom
  /** The same room at another time, for what the demo says was practised on earlier days. */
  practiceAt(now: () => Date): PracticeRoom
  reminders: Reminders
  channelReminders: ChannelReminders
  conversations: Conversations
  keys: Keys
  episodes: Episodes
  interpreters: Interpreters
  keeping: Keeping
  exports: Exports
  audit: AuditTrail
  wordReviews: WordReviews
  database: Database
  /** Settles with a sentence when our own Postgres stops without having been asked to. */
  died: Promise<string>
  /** Gives up the connections, then stops Postgres where it was started here. */
  close(): Promise<void>
}

/** Opens the store in the data folder or at DATABASE_URL, with its tables up to date. */
export async function openRecords({
  guides,
  translator,
  practice: practiceTalks = noPractice,
  logger,
  masterKeyFile,
  retention = defaultRetention,
  remindBefore = defaultSettings.reminder.hoursBefore,
  clocks = defaultSettings.clocks,
  remindByChannel = false,
  ...postgresOptions
}: RecordsOptions): Promise<Records> {
  const postgres = await openPostgres(postgresOptions)
  // Not before: the data folder is made by whoever runs Postgres in it, so that they can reach it.
  const place = masterKeyPlace({ dataDir: postgresOptions.dataDir, masterKeyFile })
  const masters = await openMasterKeys(place).catch(error => closedAfter(postgres, error))
  const lost = (code: string) => logger.error({ code }, 'database-connection-lost')
  const database = await openDatabase(postgres.connection, lost).catch(error => closedAfter(postgres, error))
  const keys = createKeys(masters, database)
  const episodeKeys = createEpisodeKeys(database, keys)
  const now = () => new Date()
  const audit = createAudit(database, keys, now)
  const interviews = createInterviews({
    database,
    keys,
    episodeKeys,
    audit,
    guides,
    languages: translator.languages,
    labelsFor: labelsIn(translator),
    now,
    onFault: error => logger.error({ code: codeOf(error) }, 'after-commit-failed'),
  })
  const episodes = createEpisodes(database, episodeKeys, now)
  const cases = createCases({
    database,
    keys,
    episodeKeys,
    episodes,
    interviews,
    guides,
    audit,
    now,
    remindBefore,
    clocks,
    onFault: error => logger.error({ code: codeOf(error) }, 'case-not-followed'),
  })
  void cases.recover().catch(error => logger.error({ code: codeOf(error) }, 'case-not-followed'))
  const forget = (id: string) => {
    interviews.forget(id)
    episodes.forget(id)
    cases.forget(id)
  }
  const practiceAt = (clock: () => Date) =>
    createPracticeRoom({
      database,
      keys,
      ...practiceTalks,
      guides,
      languages: translator.languages,
      labelsFor: labelsIn(translator),
      now: clock,
      onFault: error => logger.error({ code: codeOf(error) }, 'after-commit-failed'),
    })
  const wordReviews = await createWordReviews({
    database,
    audit,
    shipped: readShipped(),
    correct: translator.correct,
    now,
    onFault: error => logger.error({ code: codeOf(error) }, 'word-changes-not-followed'),
  }).catch(error => closedAfter(postgres, error))
  const erasures = followErasures(database, forget, error =>
    logger.error({ code: codeOf(error) }, 'erasures-not-followed'),
  )
  const reminders = createReminders({
    database,
    hoursBefore: remindBefore,
    byChannel: remindByChannel,
    now,
    onFault: error => logger.error({ code: codeOf(error) }, 'reminders-not-told'),
  })
  return {
    interviews,
    cases,
    practice: practiceAt(now),
    practiceAt,
    reminders,
    channelReminders: createChannelReminders(database, now),
    conversations: createConversations(database),
    keys,
    episodes,
    interpreters: createInterpreters(database, episodeKeys, now),
    keeping: createKeeping({ database, episodeKeys, audit, rules: retention, now, forget }),
    exports: createExports(database, episodeKeys, now),
    audit,
    wordReviews,
    database,
    died: postgres.died,
    async close() {
      erasures.stop()
      wordReviews.stop()
      reminders.stop()
      cases.stop()
      const closed = Promise.all([interviews.settled(), cases.settled()]).then(() => database.close())
      // A query that never ends must not keep Postgres up: stopping it ends the query.
      await Promise.race([closed, setTimeout(5_000, undefined, { ref: false })])
      await postgres.close()
    },
  }
}

/** For commands, which have nothing to do with practice. */
const noPractice: PracticeTalks = { talks: new Map(), debrief: notReady, scores: notReady }

function notReady(): never {
  throw new Error('The practice room was not made ready: give it to openRecords.')
}

/** What a code of a prompt is called in a language: an option of its own, or yes, no and would rather not. */
async function closedAfter(postgres: OpenedPostgres, error: Error & { code?: string }): Promise<never> {
  await postgres.close()
  if (error instanceof ExpectedError || error.code === undefined) throw error
  throw new ExpectedError(
    `The database cannot be used (${error.code}): check DATABASE_URL, and that it may make tables.`,
  )
}
