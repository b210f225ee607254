import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Activity } from 'botbuilder'
import express from 'express'
import { type BotServices, createBot } from '../../bot/createBot.ts'
import type { ChannelData } from '../../bot/message.ts'
import { createConversations } from '../../console/records/createConversations.ts'
import { createEpisodes } from '../../console/records/createEpisodes.ts'
import { createInterviews } from '../../console/records/createInterviews.ts'
import type { Database } from '../../console/records/database/openDatabase.ts'
import { labelsIn } from '../../console/records/labelsIn.ts'
import {
  type ChannelLinking,
  type ChannelLinkingServices,
  createChannelLinking,
} from '../../console/server/identity/createChannelLinking.ts'
import { createTokens } from '../../console/server/identity/tokens.ts'
import { guideOfVersion, publishedGuides } from '../../dialogs/guide/guide.ts'
import { createLexicons } from '../../locales/lexicons.ts'
import { createTranslator, type Translator } from '../../locales/translator.ts'
import { freshDatabase } from '../support/database.ts'
import { keysOf } from '../support/keys.ts'

export const person = { id: 'interviewer', role: 'interviewer', team: 'demo' } as const
/** Who needs to know of the interviews begun here. */
export const interviewers = person
const tokenKey = randomBytes(32)
export const tokens = createTokens(tokenKey)
export const tokenOf = (id = 'interviewer', seconds?: number) => tokens.issue({ id, role: 'interviewer' }, seconds)

export const english = createTranslator()
const lexicons = createLexicons(english.languages)

/** The store of one process, over the real guide. */
export function realInterviews(database: Database, translator: Translator = english) {
  return createInterviews({
    database,
    ...keysOf(database),
    guides: publishedGuides,
    languages: translator.languages,
    labelsFor: labelsIn(translator),
    now: () => new Date(),
    onFault: () => {},
  })
}

/** Whose the users of channels are, on this database. */
export function channelsOn(database: Database, other: Partial<ChannelLinkingServices> = {}): ChannelLinking {
  const { keys, audit } = keysOf(database)
  return createChannelLinking({
    database,
    keys,
    tokenKey,
    audit,
    personById: async id => (id === person.id ? person : undefined),
    url: () => 'https://return-talk.example',
    now: () => new Date(),
    ...other,
  })
}

export function servicesOn(database: Database, other: Partial<BotServices> = {}): BotServices {
  return {
    interviews: realInterviews(database, other.translator),
    conversations: createConversations(database),
    knows: createEpisodes(database, keysOf(database).episodeKeys, () => new Date()).knows,
    translator: english,
    guideOf: guideOfVersion,
    lexicon: lexicons,
    settings: {
      regime: 'all-shared',
      said: {
        en: {
          recipients: 'your social worker',
          reachMe: 'call 07700 900123',
          helplines: 'Childline 0800 1111',
        },
      },
      unverified: ['helplines'],
    },
    personOf: async token => {
      const holder = await tokens.personOf(token)
      return holder && { ...holder, team: 'demo' }
    },
    channels: channelsOn(database),
    now: () => new Date(),
    logger: { error: () => {} },
    credentials: {},
    ...other,
  }
}

export interface Reply {
  status: number
  activities: readonly (Partial<Activity> & { channelData?: ChannelData })[]
  error?: string
  /** All that was said, as one text. */
  text: string
  /** What the newest activity says of where the talk is. */
  data: ChannelData | undefined
  /** The values that one tap would send. */
  actions: readonly string[]
}

/** The bot behind a real HTTP server, as server.ts mounts it. */
export async function listening(services: BotServices) {
  const app = express()
  app.post('/api/messages', createBot(services))
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`
  return {
    url,
    close: () => new Promise(resolve => server.close(resolve)),
    async post(body: unknown, authorization?: string): Promise<Reply> {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(authorization ? { Authorization: authorization } : {}) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      return replyIn(response.status, await response.text())
    },
  }
}

function replyIn(status: number, body: string): Reply {
  const parsed = body === '' ? {} : (JSON.parse(body) as { activities?: Reply['activities']; error?: string })
  const activities = parsed.activities ?? []
  return {
    status,
    activities,
    ...(parsed.error === undefined ? {} : { error: parsed.error }),
    text: activities.map(({ text }) => text).join('\n'),
    data: activities.at(-1)?.channelData,
    actions: activities.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []).map(({ value }) => value),
  }
}

export interface Sent {
  id?: string
  conversation?: string
  text: string
  /** Of the channel, as the Bot Framework tells it. */
  locale?: string
}

/** An activity as a client that answers in the response would send it. */
export function activityOf({ id, conversation = 'a conversation', text, locale }: Sent) {
  return {
    type: 'message',
    ...(id === undefined ? { id: randomUUID() } : { id }),
    channelId: 'test',
    conversation: { id: conversation },
    from: { id: 'a person' },
    text,
    ...(locale === undefined ? {} : { locale }),
    deliveryMode: 'expectReplies',
  }
}

/** One practitioner's conversation with the bot, over HTTP, on a database of its own unless given one. */
export async function talking(other: Partial<BotServices> & { database?: Database } = {}) {
  const { database = await freshDatabase(), ...rest } = other
  const services = servicesOn(database, rest)
  const bot = await listening(services)
  const authorization = `Bearer ${await tokenOf()}`
  const say = (text: string, sent: Partial<Sent> = {}) => bot.post(activityOf({ text, ...sent }), authorization)
  return {
    ...bot,
    database,
    services,
    authorization,
    say,
    /** Says each in turn and gives back the last answer. */
    async saying(...texts: readonly string[]): Promise<Reply> {
      let reply = await say('where')
      for (const text of texts) reply = await say(text)
      return reply
    },
    async events(interview: string | undefined) {
      return services.interviews.eventsSince(interview ?? '', 0)
    },
    async close() {
      await bot.close()
      if (!other.database) await database.close()
    },
  }
}
