import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Logger } from 'pino'
import { ChannelAdapter } from './bot/adapter.ts'
import { createBot } from './bot/createBot.ts'
import { createReminding } from './bot/createReminding.ts'
import { createRoomBot } from './bot/createRoomBot.ts'
import { newestGuide } from './cli/newestGuide.ts'
import type { ChannelReminders } from './console/casework/channelReminders.ts'
import { spokenSettings } from './console/casework/localSettings.ts'
import { signedName } from './console/papers/composePaper.ts'
import { createPapers, type Papers } from './console/papers/createPapers.ts'
import { createPress } from './console/papers/createPress.ts'
import { codeOf } from './console/records/codeOf.ts'
import { ExpectedError } from './console/records/database/ExpectedError.ts'
import { openRecords, type Records } from './console/records/openRecords.ts'
import { createAccounts } from './console/records/people/createAccounts.ts'
import { seedAll } from './console/records/seedAll.ts'
import { createPermissions } from './console/server/access/needs.ts'
import { type Config, readConfig } from './console/server/config.ts'
import { type Console, createConsole } from './console/server/createConsole.ts'
import { createEdge } from './console/server/edge/createEdge.ts'
import { createListener } from './console/server/edge/createListener.ts'
import { demoRefusal } from './console/server/edge/demoRefusal.ts'
import { listening, urlOf } from './console/server/edge/listening.ts'
import { type ChannelLinking, createChannelLinking } from './console/server/identity/createChannelLinking.ts'
import { createIdentity, type Identity } from './console/server/identity/createIdentity.ts'
import { createInterpreting } from './console/server/identity/createInterpreting.ts'
import { readyPeople } from './console/server/identity/people.ts'
import { createSso } from './console/server/identity/sso/createSso.ts'
import { createTokens } from './console/server/identity/tokens.ts'
import { createLogger } from './console/server/logger.ts'
import { type Running, runUntilStopped } from './console/server/runUntilStopped.ts'
import { guideOfVersion, publishedGuides } from './dialogs/guide/guide.ts'
import { defaultWordsIn } from './locales/defaultWords.ts'
import { createLexicons } from './locales/lexicons.ts'
import { practiceTalks } from './locales/practiceTalks.ts'
import { createTranslator, type Translator } from './locales/translator.ts'

export interface StartOptions {
  config: Config
  demo: boolean
  logger: Logger
}

/** Composition root: settings, store, bot and console, then listen. */
export async function start({ config, demo, logger }: StartOptions): Promise<Running> {
  const translator = createTranslator()
  const { dataDir, databaseUrl, masterKeyFile } = config
  if (demo) refuseDemo(config, false)
  const server = createListener(config.tls)
  const records = await openRecords({
    dataDir,
    databaseUrl,
    masterKeyFile,
    guides: publishedGuides,
    practice: practiceTalks(),
    translator,
    retention: config.settings.retention,
    remindBefore: config.settings.reminder.hoursBefore,
    clocks: config.settings.clocks,
    remindByChannel: config.bot.MicrosoftAppId !== undefined,
    logger,
  })
  try {
    if (demo) refuseDemo(config, await createAccounts(records.database, () => new Date()).any())
    if (demo) await seedAll(records, config.settings.regime, new Date())
    const identity = await identityOf({ config, demo, logger }, records)
    const papers = papersOf({ config, logger }, records, translator)
    const console = await composed({ config, demo, logger }, records, identity, translator, papers, () =>
      urlOf(server, config),
    )
    server.on('request', console.app)
    console.attach(server)
    await listening(server, config).catch(async error => {
      await console.close()
      throw error
    })
    const url = urlOf(server, config)
    const firstLink = await identity.firstLink()
    const stopKeepingTime = identity.keepTime()
    return {
      url,
      firstLink: firstLink === undefined ? undefined : new URL(firstLink, url).href,
      failed: records.died,
      async close() {
        stopKeepingTime()
        await console.close()
        await papers.close()
        await records.close()
      },
    }
  } catch (error) {
    await records.close()
    throw error
  }
}

function refuseDemo(config: Config, hasAccounts: boolean): void {
  const why = demoRefusal(config, hasAccounts)
  if (why !== undefined) throw new ExpectedError(why)
}

async function identityOf(
  { config, demo, logger }: StartOptions,
  { audit, database, keys }: Records,
): Promise<Identity> {
  return createIdentity({
    database,
    keys,
    audit,
    tokens: createTokens((await keys.forUse('tokens')).export()),
    now: () => new Date(),
    people: demo ? readyPeople : [],
    secure: config.secure,
    onFault: error => logger.error({ code: codeOf(error) }, 'session-not-kept'),
  })
}

async function composed(
  { config, demo, logger }: StartOptions,
  records: Records,
  identity: Identity,
  translator: Translator,
  papers: Papers,
  url: () => string,
): Promise<Console> {
  const { interviews, conversations, episodes, audit, database, keys } = records
  const settings = spokenSettings(config.settings, defaultWordsIn(translator))
  const edge = createEdge(config)
  const channels = createChannelLinking({
    database,
    keys,
    tokenKey: (await keys.forUse('tokens')).export(),
    audit,
    personById: identity.personById,
    url,
    now: () => new Date(),
  })
  const bot = {
    interviews,
    conversations,
    knows: episodes.knows,
    translator,
    guideOf: guideOfVersion,
    lexicon: createLexicons(translator.languages),
    settings,
    now: () => new Date(),
    logger,
  }
  const sso =
    config.sso &&
    (await createSso({ settings: config.sso, database, keys, identity, audit, now: () => new Date(), logger }))
  const reminding = remindingOf(config, {
    channels,
    identity,
    translator,
    waiting: records.channelReminders,
    logger,
    url,
  })
  const made = createConsole({
    interviews,
    cases: records.cases,
    practice: records.practice,
    reminders: records.reminders,
    episodes,
    audit,
    permissions: createPermissions({ episodes, audit }),
    translator,
    identity,
    sso,
    publicUrl: config.publicUrl,
    channels,
    keeping: records.keeping,
    exports: records.exports,
    wordReviews: records.wordReviews,
    localServices: config.settings.services,
    sharing: {
      recipients: config.settings.shareWith,
      regime: config.settings.regime,
      guideOf: guideOfVersion,
    },
    papers,
    interpreting: createInterpreting({
      database,
      keys,
      interpreters: records.interpreters,
      interviews,
      audit,
      guideOf: guideOfVersion,
      now: () => new Date(),
    }),
    settings,
    remindsOnChannels: config.bot.MicrosoftAppId !== undefined,
    casework: { scope: config.settings.scope, routing: config.settings.routing },
    demo,
    logger,
    edge,
    webFolder: fileURLToPath(new URL('console/web/dist', import.meta.url)),
    postBot: createBot({
      ...bot,
      personOf: identity.personOfToken,
      waitOf: edge.limits.person.take,
      channels,
      credentials: config.bot,
    }),
    sayToBot: createRoomBot(bot),
    ready: database.ready,
    ...(config.databaseUrl === undefined ? {} : { adapterPool: database.pool }),
  })
  return {
    ...made,
    async close() {
      reminding?.stop()
      await made.close()
    },
  }
}

interface RemindingParts {
  channels: ChannelLinking
  identity: Identity
  translator: Translator
  waiting: ChannelReminders
  logger: Logger
  url(): string
}

/** Without an app id no channel takes anything from the bot. */
function remindingOf({ bot }: Config, { channels, identity, url, ...rest }: RemindingParts) {
  if (bot.MicrosoftAppId === undefined) return undefined
  const adapter = new ChannelAdapter(bot)
  return createReminding({
    ...rest,
    tell: (reach, text) => adapter.tell(reach, text),
    personById: identity.personById,
    reachesOf: channels.reachesOf,
    deskUrl: () => new URL('/desk', url()).href,
    now: () => new Date(),
  })
}

function papersOf(
  { config, logger }: Pick<StartOptions, 'config' | 'logger'>,
  { wordReviews }: Records,
  translator: Translator,
): Papers {
  const signed = (language: string) => (wordReviews.strings(language) ?? []).filter(({ state }) => state === 'signed')
  return createPapers(
    {
      guide: newestGuide(),
      translator,
      settings: config.settings,
      signedIn: language => new Set(signed(language).map(({ file, key }) => signedName(file, key))),
    },
    createPress({ onFault: error => logger.error({ code: codeOf(error) }, 'paper-not-drawn') }),
  )
}

async function startAsAsked(): Promise<Running> {
  return start({ config: readConfig(process.env), demo: isDemo(), logger: createLogger('info') })
}

function isDemo(): boolean {
  try {
    return parseArgs({ options: { demo: { type: 'boolean', default: false } } }).values.demo
  } catch {
    throw new ExpectedError('Return Talk takes no argument but --demo.')
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runUntilStopped(startAsAsked())
